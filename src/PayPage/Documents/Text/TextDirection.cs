namespace PayPage.Documents.Text;

internal enum TextDirection
{
    LeftToRight,
    RightToLeft,

    /// <summary>That of the first strong letter; left to right where there is none.</summary>
    OfItsFirstLetter,
}
