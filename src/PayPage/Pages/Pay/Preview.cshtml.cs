namespace PayPage.Pages.Pay;

/// <summary>What a program sees that makes previews of links for a chat: the same for every address, so that it tells nothing.</summary>
internal sealed class PreviewModel : PeoplePage;
