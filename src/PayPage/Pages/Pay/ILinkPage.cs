using Microsoft.AspNetCore.Html;
using PayPage.UseCases.Links;
using PayPage.UseCases.Payments;

namespace PayPage.Pages.Pay;

/// <summary>What the parts of a link's pages are made of.</summary>
internal interface ILinkPage : IPeoplePage
{
    LinkView View { get; }

    /// <summary>Of the link's own page, without a slash at its end.</summary>
    string Path { get; }
}

/// <summary>What the page is made of on which somebody pays: all its parts know this much and no more, so that a preview can be made of the same parts.</summary>
internal interface IPayPage : ILinkPage
{
    WaysToPay Ways { get; }

    PayInput Input { get; }

    /// <summary>See <see cref="PayInput.Attempt"/>.</summary>
    string Attempt { get; }

    /// <summary>What is wrong, by the name of the field.</summary>
    IReadOnlyDictionary<string, string> Errors { get; }

    /// <summary>Why nothing could be begun, and nothing was charged, though the form is right; null: nothing is in the way.</summary>
    IHtmlContent? Trouble { get; }
}
