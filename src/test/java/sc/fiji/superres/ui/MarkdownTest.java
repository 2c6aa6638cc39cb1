package sc.fiji.superres.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards as ImageJ shows them. */
class MarkdownTest {

	private static String html(final String text) {
		return Markdown.html(text).replace("\n", "").replace(" </", "</").replace(" cellpadding='3' cellspacing='0'", "").replace(
			" valign='top'", "");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', value = {
		"# Title                             ~ <h1>Title</h1>",
		"### a < b                           ~ <h3>a &lt; b</h3>",
		"#hash                               ~ <p>#hash</p>",
		"- one                               ~ <ul><li>one</li></ul>",
		"**bold** `x*y`                      ~ <p><b>bold</b> <code>x*y</code></p>",
		"[text](https://a.org/b)             ~ <p><a href=\"https://a.org/b\">text</a></p>",
		"See <https://doi.org/10.1/x>        ~ <p>See <a href=\"https://doi.org/10.1/x\">https://doi.org/10.1/x</a></p>",
		"[text](javascript:alert)            ~ <p>[text](javascript:alert)</p>",
		"![The curve](curve.svg)             ~ <p><i>The curve</i></p>",
		"<script>                            ~ <p>&lt;script&gt;</p>",
	})
	void lines(final String markdown, final String expected) {
		assertEquals(expected, html(markdown));
	}

	@Test
	void linesOfAParagraphAreJoined() {
		assertEquals("<p>one two</p><p>three</p>", html("one\ntwo\n\nthree"));
		assertEquals("<ul><li>one</li>and more <li>two</li></ul>", html("- one\n  and more\n- two"));
	}

	@Test
	void tables() {
		assertEquals("<table><tr><td>a</td><td>1 | 2</td></tr><tr><td>b</td><td></td></tr></table>", html(
			"| | |\n|---|--:|\n| a | 1 \\| 2 |\n| b | |\n"));
	}

	@Test
	void codeIsLeftAsItIs() {
		assertEquals("<pre># no title  &lt;b&gt;</pre><p>end</p>", html("```\n# no title\n  <b>\n```\nend"));
	}
}
