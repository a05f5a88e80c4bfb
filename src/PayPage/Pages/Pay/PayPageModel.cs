using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace PayPage.Pages.Pay;

/// <summary>What all pages behind a link share: the token, and the ways back.</summary>
internal abstract class PayPageModel : PeoplePage
{
    [FromRoute]
    public required string Token { get; init; }

    /// <summary>Of the link's own page. Written by hand: building it by route costs more than reading the invoice.</summary>
    public string Path => $"/p/{Uri.EscapeDataString(Token)}";

    /// <summary>What stands for a merchant who has no logo: the first letter of the name, whatever its script.</summary>
    public static string Initial(string name) => StringInfo.GetNextTextElement(name).ToUpperInvariant();

    /// <summary>A telephone number without the marks that people put into it.</summary>
    public static string Dialled(string phone) => string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+'));

    /// <summary>Back to the page of the link, which shows how things stand.</summary>
    protected StatusCodeResult ToTheLink() => this.SeeOther(Path);

    /// <summary>One page for every token that is none: cut, changed, foreign or never made.</summary>
    protected StatusCodeResult LeadsNowhere() => StatusCode(StatusCodes.Status404NotFound);
}
