using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PayPage.E2E.Support;

/// <summary>axe-core, put into a document once for all the looks in which it is judged there.</summary>
/// <remarks>Its package for Playwright opens one more page for each judgement, to gather those of frames: five times the work, and our pages have no frames.</remarks>
internal static class Axe
{
    private const string Violations =
        """
        async withoutFrames => {
            if (!withoutFrames && document.querySelector("iframe, frame, object, embed")) throw new Error("This page has frames, and axe would judge but one document.");
            const judgement = await axe.run(document, { resultTypes: ["violations"], iframes: !withoutFrames });
            return judgement.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.html).join(", ")}`);
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Once for each document: a page that was loaded anew has lost it.</summary>
    public static Task BringAxeAsync(this IPage page) => page.EvaluateAsync(Script);

    /// <param name="withoutFrames">What lies in frames is judged as a page of its own.</param>
    /// <returns>What is wrong by any rule, in the look that the page has now; after <see cref="BringAxeAsync"/>.</returns>
    public static Task<string[]> ViolationsAsync(this IPage page, bool withoutFrames = false) => page.EvaluateAsync<string[]>(Violations, withoutFrames);
}
