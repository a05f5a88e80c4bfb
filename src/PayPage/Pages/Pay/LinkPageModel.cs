using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Links;

namespace PayPage.Pages.Pay;

/// <summary>A page that shows something of a link: it reads the true state first, and speaks the invoice's language.</summary>
internal abstract class LinkPageModel(ShowLink showLink) : PayPageModel, ILinkPage
{
    /// <summary>Never null when a page is rendered: a link that leads nowhere has no page.</summary>
    public LinkView View { get; private set; } = null!;

    public override Merchant? Merchant => View?.Merchant;

    public override Mode? Mode => View?.Mode;

    protected override string? InvoiceLanguage => View?.Language;

    /// <returns>False when there is no such link.</returns>
    protected async Task<bool> LookAsync(CancellationToken ct)
    {
        if (await showLink.HandleAsync(Token, ReturnCookie.Reader(Request), ct) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }

    /// <summary>A file to keep, not a page: it is saved under its name.</summary>
    protected FileContentResult Download(MailFile file) => File(file.Content.ToArray(), file.ContentType, file.Name);
}
