package check

import (
	"reflect"
	"strconv"

	"smallwins/internal/tracker"
)

// The walk finds every date and every person in every record by the types of
// the domain, so that a field that is added there is checked here at once.

// way leads to a field: see tracker.Origin.Mark. It is a value, because
// hundreds of thousands are made and few are ever written out.
type way struct {
	steps [4]step
	n     int
}

type step struct {
	key   string
	index int // in a list, or -1
}

func at(key string) way { return way{}.to(key, -1) }

func (p way) to(key string, index int) way {
	p.steps[p.n] = step{key, index}
	p.n++
	return p
}

// last returns the key of the field itself.
func (p way) last() string { return p.steps[p.n-1].key }

func (p way) String() string {
	var b []byte
	for i, s := range p.steps[:p.n] {
		if i > 0 {
			b = append(b, '.')
		}
		b = append(b, s.key...)
		if s.index >= 0 {
			b = append(b, '[')
			b = strconv.AppendInt(b, int64(s.index), 10)
			b = append(b, ']')
		}
	}
	return string(b)
}

// dated is a date in some record.
type dated struct {
	date   tracker.Date
	origin *tracker.Origin
	path   way
	plan   bool // it may lie ahead
}

// named is a person in some record.
type named struct {
	who    tracker.Person
	origin *tracker.Origin
	path   way
	in     home
}

// home is the record that something stands in; neither, in the strategy.
type home struct {
	win    *tracker.Win
	intake *tracker.Intake
}

// branch is a field of a struct that is a date or a person, or holds some.
type branch struct {
	key   string // "" for a struct whose fields count as its holder's own
	index int
	many  bool
	leaf  reflect.Type // dateType, personType or proseType; nil: see sub
	plan  bool         // a date that may lie ahead: see tracker.Field
	sub   []branch
}

var (
	dateType   = reflect.TypeFor[tracker.Date]()
	personType = reflect.TypeFor[tracker.Person]()
	proseType  = reflect.TypeFor[tracker.Prose]()

	winBranches         = branches(reflect.TypeFor[tracker.Win](), tracker.WinFields)
	intakeBranches      = branches(reflect.TypeFor[tracker.Intake](), tracker.IntakeFields)
	settingsBranches    = branches(reflect.TypeFor[tracker.Settings](), tracker.SettingsFields)
	priorityBranches    = branches(reflect.TypeFor[tracker.Priority](), tracker.PriorityFields)
	outcomeBranches     = branches(reflect.TypeFor[tracker.Outcome](), tracker.OutcomeFields)
	memberBranches      = branches(reflect.TypeFor[tracker.Member](), tracker.MemberFields)
	stakeholderBranches = branches(reflect.TypeFor[tracker.Stakeholder](), tracker.StakeholderFields)
)

func branches(t reflect.Type, fields []tracker.Field) []branch {
	var bs []branch
	for i := range t.NumField() {
		f := t.Field(i)
		key, ok := f.Tag.Lookup("key")
		if _, inline := f.Tag.Lookup("inline"); !ok && !inline {
			continue
		}
		b := branch{key: key, index: i}
		within := fields // of a struct whose fields count as its holder's own
		if field := tracker.FieldByKey(fields, key); field != nil {
			b.plan, within = field.Plan, field.Fields
		}
		ft := f.Type
		if ft.Kind() == reflect.Slice {
			b.many, ft = true, ft.Elem()
		}
		switch {
		case ft == dateType, ft == personType, ft == proseType:
			b.leaf = ft
		case ft.Kind() == reflect.Struct:
			b.sub = branches(ft, within)
		}
		if b.leaf != nil || b.sub != nil {
			bs = append(bs, b)
		}
	}
	return bs
}

func (p *pass) walkAll() {
	s := &p.t.Strategy
	p.walk(&s.Settings.Origin, home{}, reflect.ValueOf(&s.Settings).Elem(), settingsBranches, way{})
	for _, v := range s.Priorities {
		p.walk(&v.Origin, home{}, reflect.ValueOf(v).Elem(), priorityBranches, way{})
	}
	for _, v := range s.Outcomes {
		p.walk(&v.Origin, home{}, reflect.ValueOf(v).Elem(), outcomeBranches, way{})
	}
	for _, v := range s.Team {
		p.walk(&v.Origin, home{}, reflect.ValueOf(v).Elem(), memberBranches, way{})
	}
	for _, v := range s.Stakeholders {
		p.walk(&v.Origin, home{}, reflect.ValueOf(v).Elem(), stakeholderBranches, way{})
	}
	for _, v := range p.t.Wins {
		p.walk(&v.Origin, home{win: v}, reflect.ValueOf(v).Elem(), winBranches, way{})
	}
	for _, v := range p.t.Intakes {
		p.walk(&v.Origin, home{intake: v}, reflect.ValueOf(v).Elem(), intakeBranches, way{})
	}
}

func (p *pass) walk(o *tracker.Origin, in home, v reflect.Value, bs []branch, here way) {
	for i := range bs {
		b := &bs[i]
		f := v.Field(b.index)
		switch {
		case b.many:
			for j := range f.Len() {
				p.visit(o, in, f.Index(j), b, here.to(b.key, j))
			}
		case b.key == "":
			p.visit(o, in, f, b, here)
		default:
			p.visit(o, in, f, b, here.to(b.key, -1))
		}
	}
}

func (p *pass) visit(o *tracker.Origin, in home, v reflect.Value, b *branch, here way) {
	switch b.leaf {
	case nil:
		p.walk(o, in, v, b.sub, here)
	case personType:
		if who := v.String(); who != "" {
			p.people = append(p.people, named{tracker.Person(who), o, here, in})
		}
	case proseType:
		p.date(o, v.FieldByName("On").Int(), here.to("on", -1), false)
	default:
		p.date(o, v.Int(), here, b.plan)
	}
}

func (p *pass) date(o *tracker.Origin, d int64, here way, plan bool) {
	if d != 0 {
		p.dates = append(p.dates, dated{tracker.Date(d), o, here, plan})
	}
}
