namespace PayPage.Pages.Pay;

/// <summary>Where the links of previews lead that left their frame: a mail that somebody sent to himself, a code on a printed paper.</summary>
internal sealed class OnlyAPreviewModel : PeoplePage;
