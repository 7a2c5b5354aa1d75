package site

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

const (
	sitemapPath = "sitemap.xml"
	robotsPath  = "robots.txt"
	// sitemapMost is how many pages one sitemap may list (sitemaps.org); beyond,
	// it lists further sitemaps.
	sitemapMost = 50_000
)

// saveForMachines writes what only makes sense with full addresses: the feed,
// the list of all pages, and what search engines are told.
func (b *builder) saveForMachines(jobs []job) error {
	if b.site.BaseURL == "" {
		return nil
	}
	if err := b.out.Stream(feedPath, b.writeFeed); err != nil {
		return err
	}
	var pages []string
	for _, j := range jobs {
		if j.path != notFoundPath {
			pages = append(pages, b.site.BaseURL+"/"+shortAddress(j.path))
		}
	}
	if err := b.saveSitemaps(pages); err != nil {
		return err
	}
	return b.out.Write(robotsPath, []byte(b.robots()))
}

// shortAddress is the address of a page below the site's, without index.html.
func shortAddress(path string) string { return href("", strings.TrimSuffix(path, "index.html")) }

type sitemap struct {
	XMLName xml.Name
	Pages   []location `xml:"url"`
	Parts   []location `xml:"sitemap"`
}

type location struct {
	Loc string `xml:"loc"`
}

func sitemapOf(kind string) sitemap {
	return sitemap{XMLName: xml.Name{Space: "http://www.sitemaps.org/schemas/sitemap/0.9", Local: kind}}
}

func (b *builder) saveSitemaps(pages []string) error {
	save := func(path string, pages []string) error {
		s := sitemapOf("urlset")
		for _, page := range pages {
			s.Pages = append(s.Pages, location{page})
		}
		return b.saveXML(path, s)
	}
	if len(pages) <= sitemapMost {
		return save(sitemapPath, pages)
	}
	index := sitemapOf("sitemapindex")
	for n := 1; len(pages) > 0; n++ {
		path := "sitemap-" + strconv.Itoa(n) + ".xml"
		part := pages[:min(len(pages), sitemapMost)]
		pages = pages[len(part):]
		if err := save(path, part); err != nil {
			return err
		}
		index.Parts = append(index.Parts, location{b.site.BaseURL + "/" + path})
	}
	return b.saveXML(sitemapPath, index)
}

func (b *builder) saveXML(path string, v any) error {
	return b.out.Stream(path, func(w io.Writer) error {
		body, err := xml.MarshalIndent(v, "", " ")
		if err == nil {
			_, err = io.WriteString(w, xml.Header+string(body)+"\n")
		}
		return err
	})
}

// robots lets everyone read. Pages that are not to be listed say so themselves,
// which a search engine has to be let in to see; so do the previews of links
// that people send to each other. It counts at the root of a host alone.
func (b *builder) robots() string {
	rules := "User-agent: *\nAllow: /\n"
	if b.site.Listed {
		rules += "\nSitemap: " + b.site.BaseURL + "/" + sitemapPath + "\n"
	}
	return rules
}
