using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases.Invoices;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>A page about one invoice of the merchant. A foreign invoice and none are one answer: 404.</summary>
internal abstract class OneInvoicePage(InspectInvoice inspect) : OfficePage
{
    /// <summary>As the router leaves it: all is unescaped but slashes.</summary>
    [FromRoute(Name = "number")]
    public string Typed { get; init; } = "";

    /// <summary>Never null when a page is rendered.</summary>
    public InspectInvoice.View View { get; private set; } = null!;

    /// <summary>No number has a percent sign in it, so this is never a second decoding. Empty where it is no number at all.</summary>
    public string Number => InvoiceNumber.TryRead(Typed.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), out var number) ? number : "";

    /// <summary>Of this invoice, or of something that can be done with it.</summary>
    public string Here(string rest = "") => InvoicePath(Number, rest);

    public string Moment(DateTimeOffset at) => Wording.WordsOfTime.Moment(Words, at, Merchant.Zone);

    protected async Task<bool> LookAsync(string title, CancellationToken ct)
    {
        if (await inspect.HandleAsync(Number, Caller, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Title = title.Length == 0 ? $"Invoice {Number}" : $"{title} – invoice {Number}";
        return true;
    }

    /// <summary>Back to the invoice, with what was done.</summary>
    /// <param name="part">The id of the part to look at; null: from the top.</param>
    protected StatusCodeResult Done(string sentence, string? part = null)
    {
        Say(sentence);
        return SeeOther(part is null ? Here() : $"{Here()}#{part}");
    }
}
