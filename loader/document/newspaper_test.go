package document

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNewspaper: the cells of one row that are the columns of a page hold its paragraphs; rows of figures, of tasks and of single
// paragraphs are rows.
func TestNewspaper(t *testing.T) {
	for name, c := range map[string]struct {
		table string
		want  []string
	}{
		"two columns": {`<tr><td><p><b>Courts</b></p><p>1. The court of Klina tried a smith for theft.</p><p>2. The police of Klina arrested</p></td>
			<td><p>his son Agim Dema on 4 May in the morning.</p><p>3. He was freed.</p></td></tr>`,
			[]string{"Courts", "1. The court of Klina tried a smith for theft.", "2. The police of Klina arrested", "his son Agim Dema on 4 May in the morning.", "3. He was freed."}},
		"under a title": {`<tr><td colspan=2>The courts</td></tr><tr><td>1. The court of Klina tried a smith for theft.</td>
			<td><p>2. The police of Klina arrested him on 4 May.</p><p>3. He was freed.</p></td></tr>`,
			[]string{"The courts", "1. The court of Klina tried a smith for theft.", "2. The police of Klina arrested him on 4 May.", "3. He was freed."}},
		"tasks": {`<tr><td>1. Open the schools of the whole municipality.</td><td>The schools were opened in the month of May.</td></tr>
			<tr><td>2. Mend the roads of the whole municipality.</td><td>The roads are closed, and nothing was done.</td></tr>`,
			[]string{"| 1. Open the schools of the whole municipality. | The schools were opened in the month of May.",
				"| 2. Mend the roads of the whole municipality. | The roads are closed, and nothing was done."}},
		"figures": {`<tr><td><p>1. Rifles that were found in Klina and around</p><p>2. Grenades</p></td><td><p>12</p><p>4</p></td></tr>`,
			[]string{"| 1. Rifles that were found in Klina and around 2. Grenades | 12 4"}},
		"numbers of two lists": {`<tr><td><p>1. Rifles that were found in Klina and around it</p><p>2. Grenades</p></td><td><p>1. Burnt in the month of May by the police</p></td></tr>`,
			[]string{"| 1. Rifles that were found in Klina and around it 2. Grenades | 1. Burnt in the month of May by the police"}},
	} {
		got, err := htmlBlocks([]byte("<table>" + c.table + "</table>"))
		if diff := cmp.Diff(c.want, told(got)); diff != "" || err != nil {
			t.Errorf("%s: %v, - want, + got:\n%s", name, err, diff)
		}
	}
}
