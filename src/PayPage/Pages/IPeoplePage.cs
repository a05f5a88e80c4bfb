using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Wording;

namespace PayPage.Pages;

/// <summary>What the frame around all pages for payers is made of (Shared/_PayLayout). Routed pages are one; a merchant's preview is another.</summary>
internal interface IPeoplePage
{
    Words Words { get; }

    /// <summary>Null on pages that belong to no merchant, such as the one for links that lead nowhere.</summary>
    Merchant? Merchant { get; }

    /// <summary>Whether real money is meant; null where there is no invoice.</summary>
    Mode? Mode { get; }

    /// <summary>Whether the page tells of a mistake in what was typed: then its title says so first.</summary>
    bool HasFaults { get; }

    /// <summary>Whether the page has comforts that need our script.</summary>
    bool IsScripted { get; }

    /// <summary>Null for payers, whose screens decide. A preview stays in the one that was asked for, and nothing on it leads anywhere.</summary>
    ColorScheme? Scheme { get; }
}
