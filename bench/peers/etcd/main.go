// One member of an etcd cluster with its callers inside it, driven over stdin and stdout; see "The
// raft process" in ../../README.md. Behind the log is the whole database, not a counter.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	pb "go.etcd.io/etcd/api/v3/etcdserverpb"
	"go.etcd.io/etcd/server/v3/embed"
	"go.etcd.io/etcd/server/v3/etcdserver"
)

const keyCount = 1000

var output sync.Mutex

func emit(event map[string]any) {
	line, _ := json.Marshal(event)
	output.Lock()
	defer output.Unlock()
	os.Stdout.Write(append(line, '\n'))
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

type start struct {
	ID    int
	Addrs []string
	Dir   string
}

type command struct {
	Cmd        string
	Conc, Size int
	Secs       float64
	PauseMs    float64
}

func main() {
	var s start
	must(json.Unmarshal([]byte(os.Args[1]), &s))
	member, err := embed.StartEtcd(configOf(s))
	must(err)
	go tellLeadership(member.Server, s.ID)
	emit(map[string]any{"ev": "up", "id": s.ID})
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var c command
		must(json.Unmarshal(lines.Bytes(), &c))
		switch c.Cmd {
		case "load":
			emit(load(member.Server, c))
		case "trickle":
			trickle(member.Server, s.ID, c)
		case "applied":
			emit(map[string]any{"ev": "applied", "index": member.Server.AppliedIndex()})
		case "cpu":
			emit(use())
		case "stop":
			os.Exit(0)
		}
	}
}

func configOf(s start) *embed.Config {
	at := func(address string) url.URL { return url.URL{Scheme: "http", Host: address} }
	name := func(id int) string { return fmt.Sprint("m", id) }
	var members []string
	for id, address := range s.Addrs {
		peer := at(address)
		members = append(members, name(id)+"="+peer.String())
	}
	config := embed.NewConfig()
	config.Name = name(s.ID)
	config.Dir = s.Dir
	config.InitialCluster = strings.Join(members, ",")
	config.ListenPeerUrls = []url.URL{at(s.Addrs[s.ID])}
	config.AdvertisePeerUrls = config.ListenPeerUrls
	// Nobody dials clients' port; the system chooses one.
	config.ListenClientUrls = []url.URL{at("127.0.0.1:0")}
	config.AdvertiseClientUrls = []url.URL{at("127.0.0.1:1")}
	config.LogLevel = "fatal"
	config.LogOutputs = []string{"/dev/null"}
	return config
}

func isLeader(server *etcdserver.EtcdServer) bool { return server.Leader() == server.MemberID() }

func tellLeadership(server *etcdserver.EtcdServer, id int) {
	was := false
	for range time.Tick(5 * time.Millisecond) {
		if is := isLeader(server); is != was {
			was = is
			emit(map[string]any{"ev": "leader", "is": is, "id": id})
		}
	}
}

func put(server *etcdserver.EtcdServer, key uint64, data []byte, timeout time.Duration) error {
	within, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	name := fmt.Appendf(nil, "k%06d", key%keyCount)
	_, err := server.Put(within, &pb.PutRequest{Key: name, Value: data})
	return err
}

// A closed loop of c.Conc callers for c.Secs.
func load(server *etcdserver.EtcdServer, c command) map[string]any {
	data := make([]byte, c.Size)
	startedAt := time.Now()
	end := startedAt.Add(time.Duration(c.Secs * float64(time.Second)))
	latencies := make([][]float64, c.Conc)
	var failures atomic.Int64
	var next atomic.Uint64
	var callers sync.WaitGroup
	for caller := range c.Conc {
		callers.Add(1)
		go func() {
			defer callers.Done()
			for sentAt := time.Now(); sentAt.Before(end); sentAt = time.Now() {
				if err := put(server, next.Add(7), data, 5*time.Second); err != nil {
					failures.Add(1)
					time.Sleep(10 * time.Millisecond)
					continue
				}
				latencies[caller] = append(latencies[caller], ms(time.Since(sentAt)))
			}
		}()
	}
	callers.Wait()
	return summary(latencies, time.Since(startedAt), failures.Load())
}

// While this member leads, c.Conc callers write, each with a pause after every write; whoever
// leads says when a write of its own is committed for the first time, and then twice a second.
func trickle(server *etcdserver.EtcdServer, id int, c command) {
	pause := time.Duration(c.PauseMs * float64(time.Millisecond))
	var saidAt atomic.Int64
	var next atomic.Uint64
	data := make([]byte, c.Size)
	for range c.Conc {
		go func() {
			for {
				if !isLeader(server) {
					saidAt.Store(0)
				} else if put(server, next.Add(7), data, time.Second) == nil {
					now := time.Now().UnixMilli()
					last := saidAt.Load()
					if now-last >= 500 && saidAt.CompareAndSwap(last, now) {
						emit(map[string]any{"ev": "committed", "id": id})
					}
				}
				time.Sleep(pause)
			}
		}()
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func summary(latencies [][]float64, elapsed time.Duration, failures int64) map[string]any {
	var all []float64
	for _, some := range latencies {
		all = append(all, some...)
	}
	sort.Float64s(all)
	event := map[string]any{"ev": "load", "count": len(all), "rate": float64(len(all)) / elapsed.Seconds(), "errs": failures}
	if len(all) > 0 {
		event["p50"] = all[len(all)/2]
		event["p99"] = all[len(all)*99/100]
		event["max"] = all[len(all)-1]
	}
	return event
}

func use() map[string]any {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	seconds := func(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
	var pages, resident int64
	if text, err := os.ReadFile("/proc/self/statm"); err == nil {
		fmt.Sscan(string(text), &pages, &resident)
	}
	user, system := seconds(usage.Utime), seconds(usage.Stime)
	rss := float64(resident*int64(os.Getpagesize())) / 1e6
	return map[string]any{"ev": "cpu", "user": user, "sys": system, "cpu": user + system, "rss": rss}
}
