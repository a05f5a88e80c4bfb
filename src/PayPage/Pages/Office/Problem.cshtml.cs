using Microsoft.AspNetCore.Mvc;
using PayPage.Pages.Pay;

namespace PayPage.Pages.Office;

/// <summary>What a colleague sees when something is wrong. Reached by re-execution; it changes nothing.</summary>
[SameOriginOnly]
[IgnoreAntiforgeryToken]
internal sealed class OfficeProblemModel(TimeProvider clock) : OfficeBase
{
    public MissingRight? Missing => HttpContext.Features.Get<MissingRight>();

    public DateTimeOffset Now => clock.GetUtcNow();

    public void OnGet()
    {
        Title = "Something is in the way";

        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;    // asked for directly it is no problem of anybody's
        }
    }

    public void OnPost() => OnGet();
}
