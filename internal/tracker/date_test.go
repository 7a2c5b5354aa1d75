package tracker_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"smallwins/internal/tracker"
)

// day reads a date that the test knows to exist; "" is no date.
func day(s string) tracker.Date {
	if s == "" {
		return 0
	}
	d, err := tracker.ParseDate(s)
	if err != nil {
		panic(s + ": " + err.Error())
	}
	return d
}

func TestParseDate(t *testing.T) {
	form := tracker.ErrDateForm.Error()
	for _, c := range []struct{ in, wrong string }{
		{"2026-02-15", ""},
		{"0001-01-01", ""},
		{"9999-12-31", ""},
		{"2024-02-29", ""},
		{"2000-02-29", ""},
		{"2400-02-29", ""},
		{"2026-01-31", ""},
		{"2026-04-30", ""},
		{"2026-12-31", ""},

		{"2026-02-29", "February 2026 has 28 days"},
		{"2026-02-30", "February 2026 has 28 days"},
		{"2024-02-30", "February 2024 has 29 days"},
		{"1900-02-29", "February 1900 has 28 days"},
		{"2100-02-29", "February 2100 has 28 days"},
		{"2026-04-31", "April 2026 has 30 days"},
		{"2026-12-32", "December 2026 has 31 days"},
		{"2026-01-99", "January 2026 has 31 days"},
		{"2026-13-01", "there is no month 13"},
		{"2026-00-10", "there is no month 00"},
		{"2026-99-99", "there is no month 99"},
		{"2026-01-00", "there is no day 00"},
		{"0000-01-01", "there is no year 0000"},
		{"0000-00-00", "there is no year 0000"},

		{"", form},
		{"2026", form},
		{"2026-2-15", form},
		{"2026-02-5", form},
		{"26-02-15", form},
		{"15.02.2026", form},
		{"2026/02/15", form},
		{"2026-02/15", form},
		{"20260215", form},
		{"2026-02-150", form},
		{" 2026-02-15", form},
		{"2026-02-15 ", form},
		{"2026-02-15T00:00:00Z", form},
		{"-026-02-15", form},
		{"+026-02-15", form},
		{"2026-+2-15", form},
		{"2026- 2-15", form},
		{"2026-0x-15", form},
		{"2026-02-1\x00", form},
		{"２026-2-15", form}, // a full-width 2, three bytes long
		{"yyyy-mm-dd", form},
	} {
		t.Run(c.in, func(t *testing.T) {
			got, err := tracker.ParseDate(c.in)
			switch {
			case c.wrong == "" && err != nil:
				t.Errorf("error %v", err)
			case c.wrong == "" && got.String() != c.in:
				t.Errorf("is read as %s", got)
			case c.wrong != "" && (err == nil || err.Error() != c.wrong):
				t.Errorf("error %v, want %q", err, c.wrong)
			case c.wrong != "" && !got.IsZero():
				t.Errorf("gives the day %s besides its error", got)
			case errors.Is(err, tracker.ErrDateForm) != (c.wrong == form):
				t.Errorf("error %v is of the other sort", err)
			}
		})
	}
}

// The calendar is counted here in another way than time does it.
func TestDateRoundTrip(t *testing.T) {
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	d := tracker.Date(1)
	for y := 1; y <= 2400; y++ {
		for m := 1; m <= 12; m++ {
			last := days[m-1]
			if m == 2 && y%4 == 0 && (y%100 != 0 || y%400 == 0) {
				last++
			}
			for n := 1; n <= last; n, d = n+1, d+1 {
				if y > 5 && y < 1890 && n != 1 && n != last {
					continue
				}
				if got := tracker.NewDate(y, time.Month(m), n); got != d {
					t.Fatalf("%04d-%02d-%02d is day %d, want %d", y, m, n, got, d)
				}
				if d.Year() != y || d.Month() != time.Month(m) {
					t.Fatalf("day %d is in %d-%d, want %d-%d", d, d.Year(), d.Month(), y, m)
				}
				if got, err := tracker.ParseDate(d.String()); err != nil || got != d {
					t.Fatalf("%s is read as %s (%v)", d, got, err)
				}
				if got := tracker.DateOfClock(d.Time()); got != d {
					t.Fatalf("%s comes back from its time as %s", d, got)
				}
			}
		}
	}
}

func TestNoDate(t *testing.T) {
	var none tracker.Date
	if !none.IsZero() || none.String() != "" {
		t.Errorf("no date is %q", none)
	}
	if first := day("0001-01-01"); first.IsZero() || first <= none {
		t.Errorf("the first day is %d", first)
	}
	if !(day("2025-12-31") < day("2026-01-01")) {
		t.Error("later days do not compare greater")
	}
}

func TestAddDaysAndDaysSince(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		to   string
	}{
		{"2026-02-28", 0, "2026-02-28"},
		{"2026-02-28", 1, "2026-03-01"},
		{"2024-02-28", 1, "2024-02-29"},
		{"2024-02-28", 2, "2024-03-01"},
		{"2026-01-01", -1, "2025-12-31"},
		{"2026-01-01", 365, "2027-01-01"},
		{"2024-01-01", 366, "2025-01-01"},
		{"1999-12-31", 1, "2000-01-01"},
		{"1970-01-01", -1, "1969-12-31"},
	} {
		from, to := day(c.from), day(c.to)
		if got := from.AddDays(c.n); got != to {
			t.Errorf("%s and %d days is %s, want %s", from, c.n, got, to)
		}
		if got := to.DaysSince(from); got != c.n {
			t.Errorf("from %s to %s it is %d days, want %d", from, to, got, c.n)
		}
	}
}

func TestMonths(t *testing.T) {
	for _, c := range []struct{ in, first, next string }{
		{"2026-02-28", "2026-02-01", "2026-03-01"},
		{"2026-01-31", "2026-01-01", "2026-02-01"},
		{"2026-12-31", "2026-12-01", "2027-01-01"},
		{"2024-02-29", "2024-02-01", "2024-03-01"},
		{"2026-06-01", "2026-06-01", "2026-07-01"},
	} {
		if first, next := day(c.in).FirstOfMonth(), day(c.in).NextMonth(); first != day(c.first) || next != day(c.next) {
			t.Errorf("%s: month from %s, next from %s; want %s and %s", c.in, first, next, c.first, c.next)
		}
	}
}

func TestWeek(t *testing.T) {
	for in, want := range map[string]tracker.Week{
		"2020-12-31": {Year: 2020, Number: 53},
		"2021-01-03": {Year: 2020, Number: 53},
		"2021-01-04": {Year: 2021, Number: 1},
		"2024-12-29": {Year: 2024, Number: 52},
		"2024-12-30": {Year: 2025, Number: 1},
		"2026-01-01": {Year: 2026, Number: 1},
		"2027-01-01": {Year: 2026, Number: 53},
		"2026-06-15": {Year: 2026, Number: 25},
	} {
		if got := day(in).Week(); got != want {
			t.Errorf("%s lies in week %+v, want %+v", in, got, want)
		}
	}
}

func TestDateOfClock(t *testing.T) {
	east, west := time.FixedZone("Kiritimati", 14*3600), time.FixedZone("Baker", -12*3600)
	for _, c := range []struct {
		t    time.Time
		want string
	}{
		{time.Date(2026, 1, 1, 0, 0, 0, 0, east), "2026-01-01"},
		{time.Date(2026, 1, 1, 23, 59, 59, 999, east), "2026-01-01"},
		{time.Date(2025, 12, 31, 23, 59, 59, 0, west), "2025-12-31"},
		{time.Date(2025, 12, 31, 0, 0, 0, 0, west), "2025-12-31"},
		{time.Date(2025, 12, 31, 11, 0, 0, 0, time.UTC).In(east), "2026-01-01"},
		{time.Date(2026, 1, 1, 11, 0, 0, 0, time.UTC).In(west), "2025-12-31"},
		{time.Date(1969, 12, 31, 23, 0, 0, 0, time.UTC), "1969-12-31"},
	} {
		if got := tracker.DateOfClock(c.t); got != day(c.want) {
			t.Errorf("%s shows %s, want %s", c.t, got, c.want)
		}
	}
}

func TestQuarter(t *testing.T) {
	for _, c := range []struct {
		in          string
		yearStarts  int
		want        tracker.Quarter
		first, last string
	}{
		{"2026-01-01", 1, tracker.Quarter{Year: 2026, Number: 1}, "2026-01-01", "2026-03-31"},
		{"2026-03-31", 1, tracker.Quarter{Year: 2026, Number: 1}, "2026-01-01", "2026-03-31"},
		{"2026-04-01", 1, tracker.Quarter{Year: 2026, Number: 2}, "2026-04-01", "2026-06-30"},
		{"2026-12-31", 1, tracker.Quarter{Year: 2026, Number: 4}, "2026-10-01", "2026-12-31"},
		{"2024-02-29", 1, tracker.Quarter{Year: 2024, Number: 1}, "2024-01-01", "2024-03-31"},
		// A fiscal year is named by the calendar year in which it ends.
		{"2026-03-31", 4, tracker.Quarter{Year: 2026, Number: 4}, "2026-01-01", "2026-03-31"},
		{"2026-04-01", 4, tracker.Quarter{Year: 2027, Number: 1}, "2026-04-01", "2026-06-30"},
		{"2026-12-31", 10, tracker.Quarter{Year: 2027, Number: 1}, "2026-10-01", "2026-12-31"},
		{"2027-01-01", 10, tracker.Quarter{Year: 2027, Number: 2}, "2027-01-01", "2027-03-31"},
		{"2026-11-30", 12, tracker.Quarter{Year: 2026, Number: 4}, "2026-09-01", "2026-11-30"},
		{"2024-02-29", 12, tracker.Quarter{Year: 2024, Number: 1}, "2023-12-01", "2024-02-29"},
		{"2026-01-31", 2, tracker.Quarter{Year: 2026, Number: 4}, "2025-11-01", "2026-01-31"},
	} {
		q := day(c.in).Quarter(c.yearStarts)
		if q != c.want {
			t.Errorf("%s, years from month %d: %+v, want %+v", c.in, c.yearStarts, q, c.want)
		}
		if first, last := q.First(c.yearStarts), q.Last(c.yearStarts); first != day(c.first) || last != day(c.last) {
			t.Errorf("%s, years from month %d: from %s to %s, want %s to %s", c.in, c.yearStarts, first, last, c.first, c.last)
		}
	}
}

func TestQuartersTileTime(t *testing.T) {
	for start := 1; start <= 12; start++ {
		before := day("2018-12-31").Quarter(start)
		for d := day("2019-01-01"); d <= day("2033-01-01"); d++ {
			q := d.Quarter(start)
			first, last := q.First(start), q.Last(start)
			if q.Number < 1 || q.Number > 4 || d < first || d > last {
				t.Fatalf("years from month %d: %s lies outside of %s (%s to %s)", start, d, q, first, last)
			}
			if first.FirstOfMonth() != first || first.NextMonth().NextMonth().NextMonth() != last+1 {
				t.Fatalf("years from month %d: %s goes from %s to %s", start, q, first, last)
			}
			if q.Number == 1 && first.Month() != time.Month(start) || q.Number == 4 && last.Year() != q.Year {
				t.Fatalf("years from month %d: %s goes from %s to %s", start, q, first, last)
			}
			if q != before && (q != before.Next() || d != first || d-1 != before.Last(start) || q.Compare(before) != 1 || before.Compare(q) != -1) {
				t.Fatalf("years from month %d: %s follows %s on %s", start, q, before, d)
			}
			before = q
		}
	}
}

func TestQuarterWords(t *testing.T) {
	q := tracker.Quarter{Year: 2026, Number: 2}
	if q.String() != "2026-Q2" || q.Label() != "2026 Q2" {
		t.Errorf("%q, %q", q.String(), q.Label())
	}
	if c := q.Compare(tracker.Quarter{Year: 2025, Number: 4}); c <= 0 {
		t.Errorf("2026-Q2 against 2025-Q4: %d", c)
	}
	if c := q.Compare(q); c != 0 {
		t.Errorf("2026-Q2 against itself: %d", c)
	}
}

func TestQuarters(t *testing.T) {
	for _, c := range []struct {
		from, to string
		start    int
		want     []string
	}{
		{"2026-02-15", "2026-02-15", 1, []string{"2026-Q1"}},
		{"2026-01-01", "2026-03-31", 1, []string{"2026-Q1"}},
		{"2026-03-31", "2026-04-01", 1, []string{"2026-Q1", "2026-Q2"}},
		{"2025-11-30", "2026-04-01", 1, []string{"2025-Q4", "2026-Q1", "2026-Q2"}},
		{"2025-11-30", "2026-04-01", 4, []string{"2026-Q3", "2026-Q4", "2027-Q1"}},
		{"2026-04-01", "2026-03-31", 1, nil},
		{"2027-01-01", "2026-01-01", 1, nil},
		{"2026-03-02", "2026-03-01", 1, nil}, // from lies after to, in one quarter
	} {
		qs := tracker.Quarters(day(c.from), day(c.to), c.start)
		var got []string
		for _, q := range qs {
			got = append(got, q.String())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("from %s to %s, years from month %d (-want +got):\n%s", c.from, c.to, c.start, cmp.Diff(c.want, got))
		}
		if c.want == nil && qs != nil {
			t.Errorf("from %s to %s: not nil", c.from, c.to)
		}
	}
}
