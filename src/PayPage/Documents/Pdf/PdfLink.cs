namespace PayPage.Documents.Pdf;

/// <summary>A part of a page that leads to an address. Points from the left bottom corner.</summary>
/// <param name="Text">What a screen reader says.</param>
/// <param name="Tag">The structure that it belongs to.</param>
internal sealed record PdfLink(double Left, double Bottom, double Right, double Top, Uri Address, string Text, PdfTag Tag);
