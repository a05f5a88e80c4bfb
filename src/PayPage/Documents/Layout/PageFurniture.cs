namespace PayPage.Documents.Layout;

/// <summary>What stands at the edge of every page.</summary>
/// <param name="Name">Which paper it is, so that a lost sheet finds back.</param>
/// <param name="Warning">What nobody may overlook on any page; null for nothing.</param>
internal sealed record PageFurniture(string Name, string? Warning);
