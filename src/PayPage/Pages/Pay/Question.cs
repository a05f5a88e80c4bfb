using Microsoft.AspNetCore.Html;

namespace PayPage.Pages.Pay;

/// <summary>One field in which a payer is asked for something (_Question.cshtml).</summary>
/// <param name="Id">Also the name under which its fault is told.</param>
/// <param name="Most">Characters.</param>
/// <param name="Autocomplete">What browsers know of their owner, by the tokens of the HTML standard.</param>
internal sealed record Question(string Id, string Name, string Label, string? Value, int Most, string Autocomplete, string? Fault, bool IsNeeded)
{
    public string Type { get; init; } = "text";

    public IHtmlContent? Hint { get; init; }
}
