using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.UseCases.Links;
using PayPage.UseCases.Payments;
using PayPage.Wording;

namespace PayPage.Pages.Pay;

/// <summary>A page with a form to pay. What became of it is told to the browser as a page, or to the page's own script in the words of <see cref="ScriptAnswer"/>.</summary>
internal abstract class FormPageModel(ShowLink showLink, ISiteAddresses site) : LinkPageModel(showLink)
{
    private const string Rest = "60";    // seconds

    public abstract WaysToPay Ways { get; }

    public IReadOnlyDictionary<string, string> Errors { get; private set; } = new Dictionary<string, string>();

    public IHtmlContent? Trouble { get; private set; }

    public override bool HasFaults => Errors.Count > 0;

    public override bool IsScripted => true;

    protected bool IsForScript => ScriptAnswer.IsAskedFor(Request);

    /// <summary>The page, with the processor's own form let in where it is on it.</summary>
    protected IActionResult Shown()
    {
        if (Ways.Form is { } form)
        {
            HttpContext.Features.Set(form.Sources);
        }

        return Page();
    }

    /// <summary>Only ever asked for by the script: the payer goes on in the form on this page.</summary>
    protected IActionResult GoOnHere(PageForm form, BrowserKey key, Money amount) => ScriptAnswer.GoOn(Response, form, key, amount, site.Return(Token));

    protected IActionResult Lead(string to) => IsForScript ? ScriptAnswer.Lead(Response, to) : this.SeeOther(to);

    protected IActionResult Wrong(string field, string words) => Wrong(new Dictionary<string, string> { [field] = words });

    protected IActionResult Wrong(IReadOnlyDictionary<string, string> errors)
    {
        Errors = errors;
        return IsForScript ? ScriptAnswer.Wrong(Response, errors) : Again(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Nothing is wrong with what was typed, and nothing was begun.</summary>
    protected IActionResult Stuck(string key, (string Name, object Value) who)
    {
        Trouble = Words.Html(key, who);
        Response.Headers.RetryAfter = Rest;
        return IsForScript ? ScriptAnswer.Stuck(Response, Words.Say(key, (who.Name, $"{who.Value}"))) : Again(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Too much was begun: the form stays as it was filled in, and may be sent again then.</summary>
    protected IActionResult Slowed(string key, DateTimeOffset until)
    {
        var moment = Words.Coming(until, View.Merchant.Zone, View.At);
        Trouble = Words.Html(key, ("moment", moment));
        Wait(until);
        return IsForScript ? ScriptAnswer.Stuck(Response, Words.Say(key, ("moment", moment)), StatusCodes.Status429TooManyRequests) : Again(StatusCodes.Status429TooManyRequests);
    }

    /// <summary>The link takes no payment now: its page says why and until when.</summary>
    protected IActionResult Refused(LinkState.Held held)
    {
        if (held.Until is { } until)
        {
            Wait(until);
        }

        return IsForScript ? ScriptAnswer.Lead(Response, Path) : Again(StatusCodes.Status429TooManyRequests);
    }

    private void Wait(DateTimeOffset until) => Response.Headers.RetryAfter = $"{Math.Max(1, (long)Math.Ceiling((until - View.At).TotalSeconds))}";

    /// <summary>The form with what was typed, under a status that nobody takes for done. Not compressed: what was typed stands beside the token (BREACH).</summary>
    private IActionResult Again(int status)
    {
        Response.StatusCode = status;
        Response.Headers.ContentEncoding = "identity";
        return Shown();
    }
}
