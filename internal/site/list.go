package site

import "strconv"

// onAListPage is how many records a page of a full list has: light enough for a
// phone. A list that fits on one page can be filtered, since all of it is there.
const onAListPage = 250

// listPages is how many pages a list of n records takes; an empty one has a page
// too.
func listPages(n int) int { return max(1, (n+onAListPage-1)/onAListPage) }

// listPath is the address of a page of the list in a folder, from 0. No id of a
// record may start with "~", so that the two cannot meet.
func listPath(folder string, page int) string {
	if page == 0 {
		return folder + "/index.html"
	}
	return folder + "/~" + strconv.Itoa(page+1) + "/index.html"
}

// paged says on which page of a list the reader is, and leads to its neighbours;
// before and after name them: "Newer wins".
func (b *builder) paged(p *Page, folder, list, before, after string, page, pages int) {
	if page > 0 {
		p.Crumbs = []Crumb{{list, listPath(folder, 0)}}
		p.Title = b.words.Text("common.list.page", "list", p.Title, "n", page+1)
		p.Heading, p.Standfirst = p.Title, nil
		p.Previous = &Neighbour{before, b.words.Text("common.list.before", "n", page), p.url(listPath(folder, page-1))}
	}
	if page+1 < pages {
		p.Next = &Neighbour{after, b.words.Text("common.list.after", "n", page+2, "of", pages), p.url(listPath(folder, page+1))}
	}
}

// partOf counts the records of a group, some of which may stand on other pages.
func (b *builder) partOf(here int, all string, total int) string {
	if here < total {
		return b.words.Text("common.part-of", "n", here, "all", all)
	}
	return all
}
