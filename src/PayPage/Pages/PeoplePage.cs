using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Wording;

namespace PayPage.Pages;

/// <summary>What all pages for payers share: a language, and whose page it is.</summary>
internal abstract class PeoplePage : PageModel, IPeoplePage
{
    private Words? _words;

    public virtual Merchant? Merchant => null;

    public virtual Mode? Mode => null;

    public virtual bool HasFaults => false;

    public virtual bool IsScripted => false;

    public ColorScheme? Scheme => null;

    /// <summary>The page's words. Settled at the first look: by then it must be known whose page it is.</summary>
    public Words Words => _words ??= ReaderLanguage.Of(Request, InvoiceLanguage, Merchant?.Language);

    /// <summary>BCP 47 tag that the merchant chose for the invoice; null: the reader's own.</summary>
    protected virtual string? InvoiceLanguage => null;
}
