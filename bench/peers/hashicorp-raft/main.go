// One server of a hashicorp/raft group, driven over stdin and stdout; see "The raft process" in
// ../../README.md. Store "disk" is raft-boltdb, "wal" is raft-wal, "mem" is the store in memory.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/raft"
	boltdb "github.com/hashicorp/raft-boltdb/v2"
	wal "github.com/hashicorp/raft-wal"
)

// The state machine counts; what it makes of a command is what the others' make.
type counter struct{ applied atomic.Uint64 }

func (c *counter) Apply(*raft.Log) any                 { return c.applied.Add(1) }
func (c *counter) Snapshot() (raft.FSMSnapshot, error) { return c, nil }
func (c *counter) Restore(image io.ReadCloser) error   { return image.Close() }
func (c *counter) Release()                            {}
func (c *counter) Persist(sink raft.SnapshotSink) error {
	if _, err := sink.Write(make([]byte, 8)); err != nil {
		return errors.Join(err, sink.Cancel())
	}
	return sink.Close()
}

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
	ID        int
	Addrs     []string
	Dir       string
	Store     string
	Snapshots bool
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
	node, err := open(s)
	must(err)
	go func() {
		for is := range node.LeaderCh() {
			emit(map[string]any{"ev": "leader", "is": is, "id": s.ID})
		}
	}()
	emit(map[string]any{"ev": "up", "id": s.ID})
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var c command
		must(json.Unmarshal(lines.Bytes(), &c))
		switch c.Cmd {
		case "load":
			emit(load(node, c))
		case "trickle":
			trickle(node, s.ID, c)
		case "applied":
			emit(map[string]any{"ev": "applied", "index": node.AppliedIndex()})
		case "cpu":
			emit(use())
		case "stop":
			os.Exit(0)
		}
	}
}

func open(s start) (*raft.Raft, error) {
	config := raft.DefaultConfig()
	config.LocalID = raft.ServerID(fmt.Sprint(s.ID))
	config.Logger = hclog.NewNullLogger()
	if !s.Snapshots {
		config.SnapshotThreshold = 1 << 40
	}
	logs, stable, snapshots, err := stores(s)
	if err != nil {
		return nil, err
	}
	transport, err := raft.NewTCPTransport(s.Addrs[s.ID], nil, 3, 10*time.Second, io.Discard)
	if err != nil {
		return nil, err
	}
	if s.ID == 0 {
		if err := found(config, logs, stable, snapshots, transport, s.Addrs); err != nil {
			return nil, err
		}
	}
	return raft.NewRaft(config, &counter{}, logs, stable, snapshots, transport)
}

func found(config *raft.Config, logs raft.LogStore, stable raft.StableStore, snapshots raft.SnapshotStore, transport raft.Transport, addrs []string) error {
	known, err := raft.HasExistingState(logs, stable, snapshots)
	if err != nil || known {
		return err
	}
	var group raft.Configuration
	for id, address := range addrs {
		server := raft.Server{ID: raft.ServerID(fmt.Sprint(id)), Address: raft.ServerAddress(address)}
		group.Servers = append(group.Servers, server)
	}
	return raft.BootstrapCluster(config, logs, stable, snapshots, transport, group)
}

func stores(s start) (raft.LogStore, raft.StableStore, raft.SnapshotStore, error) {
	if s.Store == "mem" {
		store := raft.NewInmemStore()
		return store, store, raft.NewInmemSnapshotStore(), nil
	}
	if err := os.MkdirAll(s.Dir, 0o755); err != nil {
		return nil, nil, nil, err
	}
	snapshots, err := raft.NewFileSnapshotStore(s.Dir, 2, io.Discard)
	if err != nil {
		return nil, nil, nil, err
	}
	if s.Store == "wal" {
		store, err := wal.Open(s.Dir)
		if err != nil {
			return nil, nil, nil, err
		}
		cached, err := raft.NewLogCache(512, store)
		return cached, store, snapshots, err
	}
	store, err := boltdb.New(boltdb.Options{Path: filepath.Join(s.Dir, "raft.db")})
	if err != nil {
		return nil, nil, nil, err
	}
	// The cache is what Consul puts in front of the store.
	cached, err := raft.NewLogCache(512, store)
	return cached, store, snapshots, err
}

// A closed loop of c.Conc callers for c.Secs.
func load(node *raft.Raft, c command) map[string]any {
	data := make([]byte, c.Size)
	startedAt := time.Now()
	end := startedAt.Add(time.Duration(c.Secs * float64(time.Second)))
	latencies := make([][]float64, c.Conc)
	var failures atomic.Int64
	var callers sync.WaitGroup
	for caller := range c.Conc {
		callers.Add(1)
		go func() {
			defer callers.Done()
			for sentAt := time.Now(); sentAt.Before(end); sentAt = time.Now() {
				if err := node.Apply(data, 5*time.Second).Error(); err != nil {
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

// While this server leads, c.Conc callers write, each with a pause after every write; whoever
// leads says when a write of its own is committed for the first time, and then twice a second.
func trickle(node *raft.Raft, id int, c command) {
	pause := time.Duration(c.PauseMs * float64(time.Millisecond))
	var saidAt atomic.Int64
	data := make([]byte, c.Size)
	for range c.Conc {
		go func() {
			for {
				if node.State() != raft.Leader {
					saidAt.Store(0)
				} else if node.Apply(data, time.Second).Error() == nil {
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
