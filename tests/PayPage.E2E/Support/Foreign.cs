using Microsoft.Playwright;

namespace PayPage.E2E.Support;

/// <summary>Words in another language than the page's, where nobody's name or text is quoted.</summary>
internal static class Foreign
{
    // Names and figures stand in bdi; what the merchant wrote in .words; the list of languages speaks all of them; a bank is called what it is called.
    private const string LatinWords =
        """
        () => {
            const page = document.documentElement.cloneNode(true);
            page.querySelectorAll("bdi, .words, .lang ul, script, style, svg, option[value]:not([value='']), a[href^='mailto:'], .money").forEach(e => e.remove());
            const said = [page.textContent];
            page.querySelectorAll("*").forEach(e => ["aria-label", "title", "alt", "placeholder"].forEach(a => said.push(e.getAttribute(a) ?? "")));
            return [...new Set(said.join(" ").match(/[A-Za-z]{2,}/g) ?? [])];
        }
        """;

    /// <returns>Latin words that are nobody's name: none on an Arabic page.</returns>
    public static Task<string[]> LatinWordsAsync(this IPage page) => page.EvaluateAsync<string[]>(LatinWords);
}
