// The codec of memberlist as it calls it itself: the same handle, structures and functions as in its
// util.go. Told over stdin what to measure; see "The codec process" in ../../README.md.
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"syscall"

	"github.com/hashicorp/go-msgpack/codec"
)

type ping struct {
	SeqNo      uint32
	Node       string
	SourceAddr []byte `codec:",omitempty"`
	SourcePort uint16 `codec:",omitempty"`
	SourceNode string `codec:",omitempty"`
}

type indirectPing struct {
	SeqNo      uint32
	Target     []byte
	Port       uint16
	Node       string
	Nack       bool
	SourceAddr []byte `codec:",omitempty"`
	SourcePort uint16 `codec:",omitempty"`
	SourceNode string `codec:",omitempty"`
}

type ack struct {
	SeqNo   uint32
	Payload []byte
}

type nack struct {
	SeqNo uint32
}

type accusation struct {
	Incarnation uint32
	Node        string
	From        string
}

type alive struct {
	Incarnation uint32
	Node        string
	Addr        []byte
	Port        uint16
	Meta        []byte
	Vsn         []uint8
}

// A message, its type byte, and how to make an empty one to decode into.
type message struct {
	typeByte uint8
	value    interface{}
	empty    func() interface{}
}

const (
	compoundType = 7
	warmUpMs     = 100
)

var (
	here     = []byte{10, 0, 3, 1}
	messages = map[string]message{
		"ping":          {0, &ping{123456, "node-0042.dc1", here, 7946, "node-0001.dc1"}, func() interface{} { return new(ping) }},
		"indirect-ping": {1, &indirectPing{123456, []byte{10, 0, 3, 42}, 7946, "node-0042.dc1", true, here, 7946, "node-0001.dc1"}, func() interface{} { return new(indirectPing) }},
		"ack":           {2, &ack{123456, bytes.Repeat([]byte("a"), 48)}, func() interface{} { return new(ack) }},
		"nack":          {11, &nack{123456}, func() interface{} { return new(nack) }},
		"suspect":       {3, &accusation{7, "node-0042.dc1", "node-0001.dc1"}, func() interface{} { return new(accusation) }},
		"dead":          {5, &accusation{7, "node-0042.dc1", "node-0001.dc1"}, func() interface{} { return new(accusation) }},
		"alive":         {4, &alive{7, "node-0042.dc1", []byte{10, 0, 3, 42}, 7946, bytes.Repeat([]byte("m"), 60), []uint8{1, 5, 2, 2, 5, 4}}, func() interface{} { return new(alive) }},
	}
)

func encode(typeByte uint8, in interface{}) []byte {
	buf := bytes.NewBuffer(nil)
	buf.WriteByte(typeByte)
	handle := codec.MsgpackHandle{}
	if err := codec.NewEncoder(buf, &handle).Encode(in); err != nil {
		panic(err)
	}
	return buf.Bytes()
}

func decode(buf []byte, out interface{}) {
	handle := codec.MsgpackHandle{}
	if err := codec.NewDecoder(bytes.NewReader(buf), &handle).Decode(out); err != nil {
		panic(err)
	}
}

func makeCompound(parts [][]byte) []byte {
	buf := bytes.NewBuffer(nil)
	buf.WriteByte(compoundType)
	buf.WriteByte(uint8(len(parts)))
	for _, part := range parts {
		binary.Write(buf, binary.BigEndian, uint16(len(part)))
	}
	for _, part := range parts {
		buf.Write(part)
	}
	return buf.Bytes()
}

func splitCompound(buf []byte) (parts [][]byte) {
	count := int(buf[0])
	buf = buf[1:]
	lengths := make([]uint16, count)
	for i := range lengths {
		lengths[i] = binary.BigEndian.Uint16(buf[i*2 : i*2+2])
	}
	buf = buf[count*2:]
	for _, length := range lengths {
		parts = append(parts, buf[:length])
		buf = buf[length:]
	}
	return
}

// What one operation of a case does, how many messages it handles, and the bytes it is about.
func operation(name, op string) (func(), int, []byte) {
	if name == "compound" {
		const count = 9
		m := messages["alive"]
		var parts [][]byte
		for len(parts) < count {
			parts = append(parts, encode(m.typeByte, m.value))
		}
		packet := makeCompound(parts)
		if op == "encode" {
			return func() {
				fresh := make([][]byte, 0, count)
				for len(fresh) < count {
					fresh = append(fresh, encode(m.typeByte, m.value))
				}
				makeCompound(fresh)
			}, count, packet
		}
		return func() {
			for _, part := range splitCompound(packet[1:]) {
				decode(part[1:], m.empty())
			}
		}, count, packet
	}
	m := messages[name]
	packet := encode(m.typeByte, m.value)
	if op == "encode" {
		return func() { encode(m.typeByte, m.value) }, 1, packet
	}
	return func() { decode(packet[1:], m.empty()) }, 1, packet
}

// User and system time of all threads of this process.
func cpuSeconds() float64 {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		panic(err)
	}
	return float64(use.Utime.Nano()+use.Stime.Nano()) / 1e9
}

// Messages per second of CPU, the collector's included.
func rate(run func(), perRun int, ms int) float64 {
	const batch = 1000
	until := float64(ms) / 1000
	start := cpuSeconds()
	for count := batch; ; count += batch {
		for i := 0; i < batch; i++ {
			run()
		}
		if used := cpuSeconds() - start; used >= until {
			return float64(count*perRun) / used
		}
	}
}

func main() {
	runtime.GOMAXPROCS(1)
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		var command struct {
			Cmd, Case, Op string
			Ms            int
		}
		if json.Unmarshal(in.Bytes(), &command) != nil {
			continue
		}
		if command.Cmd == "stop" {
			return
		}
		run, perRun, packet := operation(command.Case, command.Op)
		rate(run, perRun, warmUpMs)
		fmt.Printf("{\"ev\":\"measure\",\"rate\":%.0f,\"hex\":%q}\n", rate(run, perRun, command.Ms), hex.EncodeToString(packet))
	}
}
