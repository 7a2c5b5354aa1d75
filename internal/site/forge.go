package site

import (
	"net/url"
	"strings"

	"smallwins/internal/tracker"
)

// forge makes links into the place where the tracker's files are kept.
type forge struct {
	url, branch, host string
	folder            string // of the tracker in the repository: "" or "reports/wins/"
}

func newForge(r tracker.Repository, folder string) forge {
	f := forge{url: strings.TrimSuffix(strings.TrimRight(r.URL, "/"), ".git"), host: r.Host, folder: folder}
	f.branch = (&url.URL{Path: r.Branch}).EscapedPath()
	if f.branch == "" {
		f.branch = "main"
	}
	if f.host == "" {
		f.host = "github"
		if strings.Contains(f.url, "gitlab") {
			f.host = "gitlab"
		}
	}
	return f
}

func (f forge) view(file string) string { return f.file("blob", "src/branch", file) }

func (f forge) edit(file string) string { return f.file("edit", "_edit", file) }

func (f forge) file(verb, giteaVerb, file string) string {
	if f.url == "" {
		return ""
	}
	path := f.branch + "/" + (&url.URL{Path: f.folder + file}).EscapedPath()
	switch f.host {
	case "gitlab":
		return f.url + "/-/" + verb + "/" + path
	case "gitea":
		return f.url + "/" + giteaVerb + "/" + path
	default:
		return f.url + "/" + verb + "/" + path
	}
}

func (f forge) commit(id string) string {
	if f.url == "" || id == "" {
		return ""
	}
	if f.host == "gitlab" {
		return f.url + "/-/commit/" + id
	}
	return f.url + "/commit/" + id
}

// newFile opens the forge's form for a new file. Only GitHub and its like fill
// in the content from the address; elsewhere the author starts from the file's
// name, and the folder's README shows the rest.
func (f forge) newFile(name, content string) string {
	if f.url == "" {
		return ""
	}
	q := url.Values{}
	name = f.folder + name
	switch f.host {
	case "gitlab":
		q.Set("file_name", name)
		return f.url + "/-/new/" + f.branch + "?" + q.Encode()
	case "gitea":
		q.Set("filename", name)
		return f.url + "/_new/" + f.branch + "?" + q.Encode()
	default:
		q.Set("filename", name)
		q.Set("value", content)
		return f.url + "/new/" + f.branch + "?" + q.Encode()
	}
}
