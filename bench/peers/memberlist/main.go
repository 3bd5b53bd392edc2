// A cluster of memberlist members in one process, driven over stdin and stdout; see "The swim
// process" in ../../README.md.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/hashicorp/memberlist"
)

type settings struct {
	N             int
	Profile       string
	BasePort      int
	AdvertisePort int
}

const host = "127.0.0.1"

var (
	start   = time.Now()
	outMu   sync.Mutex
	out     = bufio.NewWriterSize(os.Stdout, 1<<16)
	packets int64
)

func emit(format string, arguments ...interface{}) {
	t := float64(time.Since(start).Microseconds()) / 1000
	outMu.Lock()
	fmt.Fprintf(out, `{"t":%.3f,`, t)
	fmt.Fprintf(out, format, arguments...)
	out.WriteString("}\n")
	outMu.Unlock()
}

func flush() {
	outMu.Lock()
	out.Flush()
	outMu.Unlock()
}

// The network, with a count of the datagrams that all members send.
type countingTransport struct {
	*memberlist.NetTransport
}

func (t *countingTransport) WriteTo(b []byte, addr string) (time.Time, error) {
	atomic.AddInt64(&packets, 1)
	return t.NetTransport.WriteTo(b, addr)
}

func (t *countingTransport) WriteToAddress(b []byte, addr memberlist.Address) (time.Time, error) {
	atomic.AddInt64(&packets, 1)
	return t.NetTransport.WriteToAddress(b, addr)
}

// One member, and what it has heard of the broadcasts.
type member struct {
	number, n int
	list      *memberlist.Memberlist
	queue     *memberlist.TransmitLimitedQueue
	mu        sync.Mutex
	liveCount int
	seen      map[string]bool
	isKilled  bool
}

func numberOf(name string) int {
	number, _ := strconv.Atoi(strings.TrimPrefix(name, "n"))
	return number
}

func newMember(number int, s settings) *member {
	m := &member{number: number, n: s.N, seen: map[string]bool{}}
	config := memberlist.DefaultLANConfig()
	if s.Profile == "wan" {
		config = memberlist.DefaultWANConfig()
	} else if s.Profile == "local" {
		config = memberlist.DefaultLocalConfig()
	}
	advertisePort := s.AdvertisePort
	if advertisePort == 0 {
		advertisePort = s.BasePort
	}
	config.Name = fmt.Sprintf("n%d", number)
	config.BindAddr, config.BindPort = host, s.BasePort+number
	config.AdvertiseAddr, config.AdvertisePort = host, advertisePort+number
	config.Events, config.Delegate, config.LogOutput = m, m, m
	m.queue = &memberlist.TransmitLimitedQueue{RetransmitMult: config.RetransmitMult, NumNodes: m.live}
	transport, err := memberlist.NewNetTransport(&memberlist.NetTransportConfig{
		BindAddrs: []string{host},
		BindPort:  config.BindPort,
		Logger:    log.New(m, "", 0),
	})
	if err != nil {
		log.Fatal(err)
	}
	config.Transport = &countingTransport{transport}
	if m.list, err = memberlist.Create(config); err != nil {
		log.Fatal(err)
	}
	return m
}

func (m *member) live() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.liveCount
}

func (m *member) NotifyJoin(*memberlist.Node) {
	m.mu.Lock()
	m.liveCount++
	count := m.liveCount
	m.mu.Unlock()
	if count >= m.n-1 {
		emit(`"ev":"members","node":%d,"count":%d`, m.number, count)
	}
}

func (m *member) NotifyLeave(gone *memberlist.Node) {
	m.mu.Lock()
	m.liveCount--
	isKilled := m.isKilled
	m.mu.Unlock()
	if !isKilled {
		emit(`"ev":"gone","by":%d,"node":%d`, m.number, numberOf(gone.Name))
	}
}

func (m *member) NotifyUpdate(*memberlist.Node) {}
func (m *member) NodeMeta(int) []byte           { return nil }
func (m *member) LocalState(bool) []byte        { return nil }
func (m *member) MergeRemoteState([]byte, bool) {}
func (m *member) GetBroadcasts(overhead, limit int) [][]byte {
	return m.queue.GetBroadcasts(overhead, limit)
}

func (m *member) NotifyMsg(payload []byte) {
	text := string(payload)
	if space := strings.IndexByte(text, ' '); space > 0 {
		m.deliver(text[:space], []byte(text))
	}
}

// Takes a broadcast in, and passes it on when it is new here.
func (m *member) deliver(id string, payload []byte) {
	m.mu.Lock()
	isKnown := m.seen[id]
	m.seen[id] = true
	m.mu.Unlock()
	if isKnown {
		return
	}
	emit(`"ev":"msg","node":%d,"id":"%s"`, m.number, id)
	m.queue.QueueBroadcast(broadcast(payload))
}

// The library says only in its log that a probe of its own failed.
func (m *member) Write(line []byte) (int, error) {
	text := string(line)
	if at := strings.Index(text, "Suspect n"); at >= 0 {
		emit(`"ev":"suspect","by":%d,"node":%d`, m.number, numberOf(strings.Fields(text[at:])[1]))
	}
	return len(line), nil
}

type broadcast []byte

func (b broadcast) Invalidates(memberlist.Broadcast) bool { return false }
func (b broadcast) Message() []byte                       { return b }
func (b broadcast) Finished()                             {}

func joinAll(members []*member, seed string, parallelCount int) {
	free := make(chan bool, parallelCount)
	for _, m := range members[1:] {
		free <- true
		go func(m *member) {
			if _, err := m.list.Join([]string{seed}); err != nil {
				emit(`"ev":"joinerror","node":%d,"err":%q`, m.number, err.Error())
			}
			<-free
		}(m)
	}
}

func tellUse() {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		log.Fatal(err)
	}
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		log.Fatal(err)
	}
	pages, _ := strconv.Atoi(strings.Fields(string(statm))[1])
	emit(`"ev":"cpu","user":%.4f,"sys":%.4f,"rss":%.1f,"packets":%d`,
		float64(use.Utime.Nano())/1e9, float64(use.Stime.Nano())/1e9,
		float64(pages*os.Getpagesize())/1e6, atomic.LoadInt64(&packets))
}

func main() {
	var s settings
	if err := json.Unmarshal([]byte(os.Args[1]), &s); err != nil {
		log.Fatal(err)
	}
	go func() {
		for range time.Tick(2 * time.Millisecond) {
			flush()
		}
	}()
	members := make([]*member, s.N)
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		var command struct {
			Cmd, ID         string
			Par, Node, Size int
		}
		if json.Unmarshal(in.Bytes(), &command) != nil {
			continue
		}
		switch command.Cmd {
		case "create":
			for number := range members {
				members[number] = newMember(number, s)
			}
			emit(`"ev":"created"`)
		case "join":
			emit(`"ev":"joining"`)
			first := members[0].list.LocalNode()
			joinAll(members, net.JoinHostPort(host, strconv.Itoa(int(first.Port))), command.Par)
		case "kill":
			victim := members[command.Node]
			victim.mu.Lock()
			victim.isKilled = true
			victim.mu.Unlock()
			if err := victim.list.Shutdown(); err != nil {
				log.Fatal(err)
			}
			emit(`"ev":"killed","node":%d`, command.Node)
		case "broadcast":
			emit(`"ev":"sent","id":"%s"`, command.ID)
			payload := command.ID + " "
			payload += strings.Repeat("x", command.Size-len(payload))
			members[command.Node].deliver(command.ID, []byte(payload))
		case "cpu":
			tellUse()
		case "stop":
			flush()
			os.Exit(0)
		}
	}
}
