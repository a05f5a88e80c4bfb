using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.SignIn;
using PayPage.UseCases.Team;

namespace PayPage.Pages.Office;

/// <summary>A page for people who are signed in, wherever they work. Everybody else is led to the door, and back here afterwards.</summary>
internal abstract class SignedInPage : OfficeBase
{
    /// <summary>Who asks. Never null in a handler.</summary>
    public Person Me => Person!;    // the door is before the handlers

    // Said once more: by its name the framework takes an override for what answers to a method PAGE.
    [NonHandler]
    public sealed override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Person is null)
        {
            context.Result = ToTheDoor();
            return;
        }

        if (context.HandlerMethod is null && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
        {
            context.Result = NotFound();    // a form of ours names its handler; this one is nobody's
            return;
        }

        if (await RefuseAsync(context, HttpContext.RequestAborted) is { } refusal)
        {
            context.Result = refusal;
            return;
        }

        await next();
    }

    /// <returns>Null when the person may go on.</returns>
    protected virtual Task<IActionResult?> RefuseAsync(PageHandlerExecutingContext context, CancellationToken ct) => Task.FromResult<IActionResult?>(null);

    private StatusCodeResult ToTheDoor()
    {
        // A form cannot be sent again after the door: its page can be read again.
        var next = HttpMethods.IsGet(Request.Method) ? Request.GetEncodedPathAndQuery() : Request.Path.ToUriComponent();
        return SeeOther($"{SignInRegistration.Root}/sign-in?next={Uri.EscapeDataString(next)}");
    }
}
