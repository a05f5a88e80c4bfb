using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PayPage.Pages;

/// <summary>What a person sees when something is wrong. Reached by re-execution, always with GET.</summary>
internal sealed class ProblemModel : PageModel
{
    [FromRoute]
    public int Status { get; init; }

    /// <summary>Asked for directly it is no problem of anybody's: 404.</summary>
    public void OnGet()
    {
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
