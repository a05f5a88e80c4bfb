using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using PayPage.Pages.Pay;
using PayPage.UseCases.Previews;
using PayPage.Wording;

namespace PayPage.Pages.Office.Previews;

/// <summary>What is inside a preview's frame: the very page, mail or paper. Only ever inside a frame of ours, and inert there.</summary>
internal sealed class FramedPreview(DrawPreview draw)
{
    private const string View = "~/Pages/Pay/_Previewed.cshtml";

    /// <param name="page">That answers.</param>
    public async Task<IActionResult> AnswerAsync(PageModel page, Preview preview, CancellationToken ct)
    {
        if (preview.Subject is null)
        {
            return page.NotFound();
        }

        switch (preview.Wish.Kind)
        {
            case PreviewKind.Page:
                page.HttpContext.Features.Set(new Framing(FramingKind.Page));
                return await PageAsync(page, preview, ct);
            case PreviewKind.Mail or PreviewKind.Confirmation or PreviewKind.Reminder or PreviewKind.Overdue when Stage.MailOf(preview, draw) is { } mail:
                page.HttpContext.Features.Set(new Framing(FramingKind.Mail));
                return page.Content(FramedMail.Of(mail, SchemeOf(preview)), "text/html; charset=utf-8");
            case PreviewKind.Paper:
                page.HttpContext.Features.Set(new Framing(FramingKind.Paper));
                var file = draw.Paper(preview);
                page.Response.Headers.ContentDisposition = $"inline; filename=\"{file.Name}\"";
                return page.File(file.Content.ToArray(), file.ContentType);
            default:
                return page.NotFound();
        }
    }

    private async Task<ViewResult> PageAsync(PageModel page, Preview preview, CancellationToken ct)
    {
        var (view, ways) = await draw.PageAsync(preview, ct);
        var shown = new PreviewedPage(Languages.FirstOf([DrawPreview.LanguageOf(preview)]), SchemeOf(preview), view, ways);

        return new ViewResult { ViewName = View, ViewData = new ViewDataDictionary<IPayPage>(page.MetadataProvider, page.ModelState) { Model = shown } };
    }

    private static ColorScheme SchemeOf(Preview preview) => preview.Wish.IsDark ? ColorScheme.Dark : ColorScheme.Light;
}
