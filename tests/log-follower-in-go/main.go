// Follows a transparency log as anybody outside could, with the Go project's own tlog and note packages and nothing of this repository:
// opens the newest checkpoint with the log's verifier key, checks every tile and every entry against its root, and proves that each
// checkpoint asked for is a prefix of it.
//
//	go run main.go ADDRESS [SIZE...]     ADDRESS is what /log/ stands below, SIZE an older checkpoint
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

type tiles struct{ base string }

func (t tiles) Height() int { return tileHeight }

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// The layout of C2SP tlog-tiles is that of the Go checksum database without the height.
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		data, err := get(t.base + "/log/" + strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func get(address string) ([]byte, error) {
	answer, err := http.Get(address)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", address, answer.Status)
	}
	return io.ReadAll(answer.Body)
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func checkpoint(base, path string, verifier note.Verifier) tlog.Tree {
	data, err := get(base + path)
	must(err)
	opened, err := note.Open(data, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	if lines[0] != verifier.Name() {
		log.Fatalf("checkpoint of %q", lines[0])
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := base64.StdEncoding.DecodeString(lines[2])
	must(err)
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	return tree
}

func entries(base string, size int64) [][]byte {
	var all [][]byte
	for first := int64(0); first < size; first += 256 {
		number, width := first/256, ""
		if size-first < 256 {
			width = fmt.Sprintf(".p/%d", size-first)
		}
		path := fmt.Sprintf("%03d", number%1000)
		for number >= 1000 {
			number /= 1000
			path = fmt.Sprintf("x%03d/%s", number%1000, path)
		}
		data, err := get(base + "/log/tile/entries/" + path + width)
		must(err)
		for len(data) > 0 {
			length := int(binary.BigEndian.Uint16(data))
			all = append(all, data[2:2+length])
			data = data[2+length:]
		}
	}
	return all
}

func main() {
	base := os.Args[1]
	keys, err := get(base + "/log/keys")
	must(err)
	verifier, err := note.NewVerifier(strings.SplitN(string(keys), "\n", 2)[0])
	must(err)
	tree := checkpoint(base, "/log/checkpoint", verifier)
	hashes := tlog.TileHashReader(tree, tiles{base})
	for i, entry := range entries(base, tree.N) {
		proof, err := tlog.ProveRecord(tree.N, int64(i), hashes)
		must(err)
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), tlog.RecordHash(entry)))
	}
	for _, text := range os.Args[2:] {
		older := checkpoint(base, "/log/checkpoints/"+text, verifier)
		proof, err := tlog.ProveTree(tree.N, older.N, hashes)
		must(err)
		must(tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash))
	}
	fmt.Printf("followed %s: %d entries, %d older checkpoints\n", verifier.Name(), tree.N, len(os.Args)-2)
}
