using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Wording;

namespace PayPage.Pages;

/// <summary>What all pages for payers share: a language, and whose page it is.</summary>
internal abstract class PeoplePage : PageModel
{
    private Words? _words;

    /// <summary>Null on pages that belong to no merchant, such as the one for links that lead nowhere.</summary>
    public virtual Merchant? Merchant => null;

    /// <summary>Whether real money is meant; null where there is no invoice.</summary>
    public virtual Mode? Mode => null;

    /// <summary>Whether the page tells of a mistake in what was typed: then its title says so first.</summary>
    public virtual bool HasFaults => false;

    /// <summary>Whether the page has comforts that need our script.</summary>
    public virtual bool IsScripted => false;

    /// <summary>The page's words. Settled at the first look: by then it must be known whose page it is.</summary>
    public Words Words => _words ??= ReaderLanguage.Of(Request, InvoiceLanguage, Merchant?.Language);

    /// <summary>BCP 47 tag that the merchant chose for the invoice; null: the reader's own.</summary>
    protected virtual string? InvoiceLanguage => null;
}
