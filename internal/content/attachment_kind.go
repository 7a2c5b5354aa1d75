package content

import (
	"bytes"
	"encoding/binary"
	"errors"
	img "image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"strings"
	"unicode/utf8"
)

// attachmentKind is a kind of file that may be published beside the records.
// The list is short on purpose: what every browser shows or every office opens,
// and nothing that runs, or that nobody can look into.
type attachmentKind struct {
	name  string
	shape func(head []byte) bool // what its first bytes look like
	size  func(io.Reader) (img.Config, error)
}

var attachmentKinds = map[string]*attachmentKind{
	".png":  {"PNG", begins("\x89PNG\r\n\x1a\n"), png.DecodeConfig},
	".jpg":  {"JPEG", begins("\xff\xd8\xff"), jpeg.DecodeConfig},
	".jpeg": {"JPEG", begins("\xff\xd8\xff"), jpeg.DecodeConfig},
	".gif":  {"GIF", begins("GIF8"), gif.DecodeConfig},
	".webp": {"WebP", isWebP, webpConfig},
	".pdf":  {"PDF", begins("%PDF-"), nil},
	".txt":  {"TXT", isText, nil},
	".csv":  {"CSV", isText, nil},
	".docx": {"Word", isOffice, nil},
	".xlsx": {"Excel", isOffice, nil},
	".pptx": {"PowerPoint", isOffice, nil},
	".odt":  {"ODT", isOffice, nil},
	".ods":  {"ODS", isOffice, nil},
	".odp":  {"ODP", isOffice, nil},
}

// attachmentHead is how many bytes of a file are looked at to see its kind.
const attachmentHead = 512

func begins(magic string) func([]byte) bool {
	return func(head []byte) bool { return bytes.HasPrefix(head, []byte(magic)) }
}

// isOffice reports whether a file begins as a ZIP archive with something in it,
// which is what the formats of the offices are.
var isOffice = begins("PK\x03\x04")

func isWebP(head []byte) bool {
	return len(head) >= 16 && string(head[:4]) == "RIFF" && string(head[8:12]) == "WEBP"
}

// isText reports whether a file reads as text. Spreadsheets still write tables in
// the letters of the country and in UTF-16, so that UTF-8 is not asked for.
func isText(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return true
	}
	for _, k := range []func([]byte) bool{begins("%PDF-"), begins("PK\x03\x04"), begins("GIF8")} {
		if k(head) {
			return false
		}
	}
	return bytes.IndexFunc(head, func(r rune) bool {
		return r < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1a", r) || r == 0x7F
	}) < 0
}

// looksLike names the kind that a file has by its first bytes, with the ending
// that goes with it; "" where that is none of those known.
func looksLike(head []byte) (name, ext string) {
	for _, ext := range []string{".png", ".jpg", ".gif", ".webp", ".pdf"} {
		if k := attachmentKinds[ext]; k.shape(head) {
			return "a " + k.name, ext
		}
	}
	switch {
	case isOffice(head):
		return "a ZIP archive or an office file", ""
	case begins("MZ")(head) || begins("\x7fELF")(head):
		return "a program", ""
	}
	start := bytes.TrimLeft(head, "\uFEFF \t\r\n")
	for tag, name := range map[string]string{"<svg": "an SVG", "<!doctype html": "a page of HTML", "<html": "a page of HTML", "<?xml": "XML"} {
		if len(start) >= len(tag) && strings.EqualFold(string(start[:len(tag)]), tag) {
			return name, ""
		}
	}
	if len(head) > 0 && utf8.Valid(head[:max(1, len(head)-utf8.UTFMax)]) && isText(head) {
		return "text", ""
	}
	return "", ""
}

var errWebP = errors.New("no WebP image")

// webpConfig reads the size of a WebP image from its first chunk: the standard
// library has no reader for these, and nothing else of one is needed.
func webpConfig(r io.Reader) (img.Config, error) {
	var head [30]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return img.Config{}, errWebP
	}
	data := head[20:]
	bits := func(at int) int { return int(data[at]) | int(data[at+1])<<8 | int(data[at+2])<<16 }
	switch string(head[12:16]) {
	case "VP8 ": // lossy: a start code, then 14 bits each
		if string(data[3:6]) == "\x9d\x01\x2a" {
			return img.Config{
				Width:  int(binary.LittleEndian.Uint16(data[6:])) & 0x3FFF,
				Height: int(binary.LittleEndian.Uint16(data[8:])) & 0x3FFF,
			}, nil
		}
	case "VP8L": // lossless: a signature, then 14 bits each, less one
		if data[0] == 0x2F {
			v := binary.LittleEndian.Uint32(data[1:])
			return img.Config{Width: int(v&0x3FFF) + 1, Height: int(v>>14&0x3FFF) + 1}, nil
		}
	case "VP8X": // extended: flags, then 24 bits each, less one
		return img.Config{Width: bits(4) + 1, Height: bits(7) + 1}, nil
	}
	return img.Config{}, errWebP
}

// unwelcome says why files with an ending are not published, and what to do
// instead.
type unwelcome struct{ why, mend string }

var (
	activeFile  = &unwelcome{"a file of this kind can run scripts in the name of the site", "Export it as PDF or PNG, and link to that."}
	programFile = &unwelcome{"a file of this kind can run on a reader's computer", "Keep it where your programs are kept, and link to its address from https:// on."}
	archiveFile = &unwelcome{"an archive hides what is in it from those who review it", "Unpack it, and link to the files themselves."}
	macroFile   = &unwelcome{"a file of this kind can hold macros, which run on a reader's computer", "Save it as .docx, .xlsx or .pptx, or export it as PDF."}
	filmFile    = &unwelcome{"films and recordings are too large for the history of a tracker", "Keep it where your films and recordings are kept, and link to its address from https:// on."}
	rarePicture = &unwelcome{"not every browser shows a picture of this kind", "Save it as JPEG or PNG."}
	otherFile   = &unwelcome{"only pictures, PDF, text, tables and office files are", "Export it as PDF, or keep it elsewhere and link to its address from https:// on."}
)

var unwelcomeKinds = func() map[string]*unwelcome {
	kinds := map[string]*unwelcome{}
	for list, u := range map[string]*unwelcome{
		".svg .svgz .html .htm .xhtml .xht .mhtml .xml .xsl .swf":                                 activeFile,
		".js .mjs .wasm .exe .msi .bat .cmd .ps1 .vbs .sh .dll .jar .app .apk .dmg .deb .py .lnk": programFile,
		".zip .tar .gz .tgz .bz2 .xz .7z .rar .iso .epub":                                         archiveFile,
		".doc .xls .ppt .dot .docm .xlsm .pptm .dotm .xlsb .rtf":                                  macroFile,
		".mp4 .m4v .mov .webm .mkv .avi .wmv .mp3 .m4a .wav .ogg .ogv .flac":                      filmFile,
		".heic .heif .avif .tif .tiff .bmp .psd .ico .jxl":                                        rarePicture,
		".key .pages .numbers .json .yaml .yml .log .eps .ai .ics .vsdx .one .eml .msg":           otherFile,
	} {
		for ext := range strings.FieldsSeq(list) {
			kinds[ext] = u
		}
	}
	return kinds
}()
