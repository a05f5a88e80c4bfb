using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PayPage.Pages.Pay;

namespace PayPage.Pages;

/// <summary>What a person sees when something is wrong. Reached by re-execution.</summary>
[SameOriginOnly]
[IgnoreAntiforgeryToken]
internal sealed class ProblemModel : PeoplePage
{
    private const int Moment = 10;

    [FromRoute]
    public int Status { get; init; }

    /// <summary>What the answer's own header asks for.</summary>
    public int RetryAfterSeconds =>
        int.TryParse(Response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : Moment;

    /// <summary>Asked for directly it is no problem of anybody's: 404.</summary>
    public void OnGet()
    {
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>After a fault of ours the page is chosen by the method that failed, before it becomes a GET. It changes nothing.</summary>
    public void OnPost() => OnGet();
}
