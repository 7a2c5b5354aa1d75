package site

import (
	"cmp"
	"io"
	"strconv"
	"strings"

	"smallwins/internal/insight"
	"smallwins/internal/message"
	"smallwins/internal/tracker"
)

// insightPage shows how one insight is worked out, and the receipt of each of
// its numbers: the records that were counted, and those left out and why.
type insightPage struct {
	Page
	Definition *insight.Definition // nil but on the first page
	Missing    string
	Numbers    []receiptView
	More       string // says how many numbers are in the data alone
	Excluded   []reasonView
	CSV        *csvLink
}

// receiptView is one number; ID is what links point at.
type receiptView struct {
	ID, Label, Text, Missing string
	Counted, Others          recordList
}

// recordList is records with how many there are in all.
type recordList struct {
	Records []recordView
	Title   string // "Counted: 12"
	More    string // says how many are in the data alone, and how many bear no name
}

type recordView struct{ Title, URL, Note string }

// reasonView is what is left out for one reason.
type reasonView struct {
	Reason string
	recordList
}

// The most that a page shows of a large tracker; the data has all of it. An
// insight with many numbers shows fewer records of each.
const (
	receiptsOnAPage = 250
	receiptPages    = 16 // of one insight: as far as a number leads to its receipt
	recordsShown    = 60
	recordsFew      = 12
	recordsOfPage   = 3000
)

// recordsOf is up to how many records a page with so many receipts names of
// each.
func recordsOf(receipts int) int {
	return max(recordsFew, min(recordsShown, recordsOfPage/max(1, receipts)))
}

func insightPath(id string) string { return "about/" + id + "/index.html" }

// receiptAnchor is the part of a receipt's id behind that of its insight, as the
// id of an element.
func receiptAnchor(id string) string {
	_, rest, _ := strings.Cut(id, "/")
	return strings.NewReplacer("/", "-", "%", "_").Replace(rest)
}

// receipt returns the address of a number's receipt from a page at the given way
// from the root, or "" where no page shows it.
func (b *builder) receipt(root, id string) string {
	page, ok := b.shown[strings.ToLower(id)]
	if root == nowhere || !ok {
		return ""
	}
	about, _, _ := strings.Cut(id, "/")
	return href(root, listPath("about/"+about, page)) + "#" + receiptAnchor(id)
}

// showReceipts settles which receipts have a place, and on which page of their
// insight.
func (b *builder) showReceipts() {
	b.shown, b.subjects = map[string]int{}, map[string]string{}
	for _, s := range b.f.Sheets() {
		folder := "about/" + s.Definition.ID
		b.subjects[listPath(folder, 0)] = s.Definition.Title
		for i, r := range s.Receipts[:min(len(s.Receipts), receiptPages*receiptsOnAPage)] {
			b.shown[strings.ToLower(r.ID)] = i / receiptsOnAPage
			b.subjects[listPath(folder, i/receiptsOnAPage)+"#"+strings.ToLower(receiptAnchor(r.ID))] = r.Label
		}
	}
}

// subject says in words what a link to a receipt or to the page of an insight is
// about; "" for any other address.
func (b *builder) subject(address string) string {
	at := strings.LastIndex(address, "about/")
	if at < 0 {
		return ""
	}
	return b.subjects[strings.ToLower(address[at:])]
}

// insightPages is how many pages the receipts of an insight take.
func insightPages(s *insight.Sheet) int {
	return min(receiptPages, max(1, (len(s.Receipts)+receiptsOnAPage-1)/receiptsOnAPage))
}

// insightPage is the n-th page of an insight. The first says what it means and
// what is left out; the others go on with the numbers.
func (b *builder) insightPage(s *insight.Sheet, n int) *insightPage {
	d, folder, pages := s.Definition, "about/"+s.Definition.ID, insightPages(s)
	p := &insightPage{
		Page:    b.page(listPath(folder, n), "about", d.Title, b.words.Text("receipts.description", "title", d.Title)),
		Missing: s.Missing,
	}
	p.Kicker, p.Standfirst = b.words.Text("receipts.kicker"), plain(sentenced(s.Headline))
	b.paged(&p.Page, folder, d.Title, b.words.Text("receipts.before"), b.words.Text("receipts.after"), n, pages)
	p.Crumbs = append([]Crumb{{b.words.Text("nav.about"), "about/index.html"}}, p.Crumbs...)
	here := s.Receipts[n*receiptsOnAPage : min(len(s.Receipts), (n+1)*receiptsOnAPage)]
	most := recordsOf(len(here))
	for i := range here {
		r := &here[i]
		v := receiptView{ID: receiptAnchor(r.ID), Label: message.UpperFirst(r.Label), Text: r.Text, Missing: r.Missing}
		v.Counted = b.recordList(p.Page, b.words.Text("receipts.counted"), most, r.Counted, r.Unnamed)
		v.Others = b.recordList(p.Page, b.words.Text("receipts.others"), most, r.Others, r.UnnamedOthers)
		p.Numbers = append(p.Numbers, v)
	}
	if more := len(s.Receipts) - pages*receiptsOnAPage; more > 0 && n+1 == pages {
		p.More = b.words.Text("receipts.more-numbers", "n", more)
	}
	if n == 0 {
		p.Definition, p.Excluded = &d, b.reasons(p.Page, s.Excluded)
	}
	p.CSV = b.csv(p.Page, receiptsID(d.ID))
	return p
}

func sentenced(s string) string {
	if s == "" || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

func (b *builder) recordList(p Page, title string, most int, records []insight.Record, unnamed int) recordList {
	var l recordList
	if len(records)+unnamed == 0 {
		return l
	}
	l.Title = b.words.Text("receipts.list", "title", title, "n", len(records)+unnamed)
	for _, r := range records[:min(len(records), most)] {
		l.Records = append(l.Records, b.recordView(p, r))
	}
	var more []string
	if n := len(records) - len(l.Records); n > 0 {
		more = append(more, b.words.Text("receipts.more-records", "n", n))
	}
	if unnamed > 0 {
		more = append(more, b.words.Text("receipts.unnamed", "n", unnamed))
	}
	l.More = strings.Join(more, " ")
	return l
}

// recordView names a record as its page does, and leads there.
func (b *builder) recordView(p Page, r insight.Record) recordView {
	v := recordView{Title: string(r.ID), Note: r.Note}
	if r.Kind == tracker.KindPriority {
		v.Note = cmp.Or(r.Note, r.Part) // with a department
	}
	switch r.Kind {
	case tracker.KindWin:
		if w := b.t.Win(r.ID); w != nil {
			v.Title, v.URL = w.Title, p.url(winPath(w))
		}
	case tracker.KindIntake:
		if in := b.t.Intake(r.ID); in != nil {
			v.Title, v.URL = in.Title, p.url(intakePath(in))
		}
	case tracker.KindPriority:
		if x := b.t.Priority(r.ID); x != nil {
			v.Title, v.URL = x.Title, p.url(priorityPath(x))
		}
	case tracker.KindOutcome:
		if x := b.t.Outcome(r.ID); x != nil {
			v.Title, v.URL = x.Title, p.url(outcomePath(x))
		}
	case tracker.KindStakeholder:
		if s := b.t.Who(tracker.Person(r.ID)).Stakeholder; s != nil {
			v.Title, v.URL = stakeholderName(s), p.url(stakeholderPath(s))
		}
	case tracker.KindMember:
		v.Title = b.t.Who(tracker.Person(r.ID)).Name
	}
	return v
}

// reasons gathers what is left out by reason, in the order in which the reasons
// first come.
func (b *builder) reasons(p Page, excluded []insight.Excluded) []reasonView {
	var order []string
	records, unnamed := map[string][]insight.Record{}, map[string]int{}
	for _, e := range excluded {
		if _, ok := unnamed[e.Reason]; !ok {
			order = append(order, e.Reason)
			unnamed[e.Reason] = 0
		}
		if r, ok := e.Record(); ok {
			records[e.Reason] = append(records[e.Reason], r)
		} else {
			unnamed[e.Reason]++
		}
	}
	views := make([]reasonView, len(order))
	for i, reason := range order {
		views[i] = reasonView{message.UpperFirst(reason), b.recordList(p, message.UpperFirst(reason), recordsShown, records[reason], unnamed[reason])}
	}
	return views
}

func receiptsID(about string) string { return "receipts-" + about }

// writeReceipts writes all receipts of an insight as CSV, a row for each record.
func writeReceipts(w io.Writer, s *insight.Sheet) (rows int, err error) {
	c := newSheetWriter(w)
	head := make([]string, len(receiptColumns))
	for i, col := range receiptColumns {
		head[i] = col.Label
	}
	c.text(head)
	var cells [10]string
	row := func(r *insight.Receipt, is string, of insight.Record) {
		cells = [...]string{r.ID, r.Label, r.Text, is, string(of.Kind), string(of.ID), of.Part, of.Note, "", ""}
		if r.ID != "" && r.Missing == "" {
			cells[8] = strconv.Itoa(r.N)
			if r.D != insight.None {
				cells[9] = strconv.Itoa(r.D)
			}
		}
		c.text(cells[:])
		rows++
	}
	list := func(r *insight.Receipt, is string, records []insight.Record, unnamed int) {
		for _, of := range records {
			row(r, is, of)
		}
		for range unnamed {
			row(r, is, insight.Record{Note: "not named"})
		}
	}
	for i := range s.Receipts {
		r := &s.Receipts[i]
		list(r, "counted", r.Counted, r.Unnamed)
		list(r, "not counted", r.Others, r.UnnamedOthers)
		if len(r.Counted)+len(r.Others)+r.Unnamed+r.UnnamedOthers == 0 {
			row(r, "", insight.Record{Note: r.Missing})
		}
	}
	for _, e := range s.Excluded {
		r, _ := e.Record()
		r.Note = e.Reason
		row(&insight.Receipt{}, "left out", r)
	}
	return rows, c.flush()
}
