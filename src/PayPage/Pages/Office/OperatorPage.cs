using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PayPage.Pages.Office;

/// <summary>A page for whoever looks after the installation. For everybody else it is not there.</summary>
internal abstract class OperatorPage : SignedInPage
{
    protected sealed override Task<IActionResult?> RefuseAsync(PageHandlerExecutingContext context, CancellationToken ct) =>
        Task.FromResult<IActionResult?>(Me.IsOperator ? null : NotFound());
}
