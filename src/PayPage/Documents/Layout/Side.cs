namespace PayPage.Documents.Layout;

/// <summary>Where words stand in the room they have. The start is left, and right where the paper is read from right to left.</summary>
internal enum Side
{
    Start,
    Middle,
    End,
}
