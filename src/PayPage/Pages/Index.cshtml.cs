namespace PayPage.Pages;

/// <summary>Where somebody lands who typed the host by hand.</summary>
internal sealed class IndexModel : PeoplePage;
