using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.Domain;
using PayPage.Domain.Merchants;

namespace PayPage.Pages.Pay;

/// <summary>What all pages behind a link share: the token, and whose page it is.</summary>
internal abstract class PayPageModel : PageModel
{
    [FromRoute]
    public required string Token { get; init; }

    /// <summary>Null on the page for links that lead nowhere: that belongs to nobody.</summary>
    public abstract Merchant? Merchant { get; }

    /// <summary>Whether real money is meant; null where there is no invoice.</summary>
    public abstract Mode? Mode { get; }

    /// <summary>Back to the page of the link, which shows how things stand.</summary>
    protected StatusCodeResult ToTheLink() => this.SeeOther(Url.Page("/Pay/Index", new { Token }));

    /// <summary>One page for every token that is none: cut, changed, foreign or never made.</summary>
    protected StatusCodeResult LeadsNowhere() => StatusCode(StatusCodes.Status404NotFound);
}
