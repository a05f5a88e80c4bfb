using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Pages.Pay;
using PayPage.UseCases.Links;
using PayPage.UseCases.Payments;
using PayPage.UseCases.Previews;
using PayPage.Wording;

namespace PayPage.Pages.Office.Previews;

/// <summary>The pay page without a payer: the same parts as of the real one, made of a link that nobody has.</summary>
internal sealed class PreviewedPage(Words words, ColorScheme scheme, LinkView view, WaysToPay ways) : IPayPage
{
    public Words Words => words;

    public ColorScheme? Scheme => scheme;

    public LinkView View => view;

    public WaysToPay Ways => ways;

    public Merchant? Merchant => view.Merchant;

    public Mode? Mode => view.Mode;

    /// <summary>Its frame follows no link and sends no form. Who opens one by hand comes to a page that says what this is.</summary>
    public string Path => $"/p/{ImagineLink.Code}";

    public PayInput Input { get; } = new();

    public string Attempt => "";

    public IReadOnlyDictionary<string, string> Errors { get; } = new Dictionary<string, string>();

    public Microsoft.AspNetCore.Html.IHtmlContent? Trouble => null;

    public bool HasFaults => false;

    public bool IsScripted => false;
}
