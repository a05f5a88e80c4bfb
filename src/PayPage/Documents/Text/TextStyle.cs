using PayPage.Documents.Fonts;
using PayPage.Domain.Merchants;

namespace PayPage.Documents.Text;

/// <summary>How words look.</summary>
/// <param name="Size">Of the type, in points.</param>
/// <param name="Leading">From one line to the next, in points.</param>
internal sealed record TextStyle(double Size, double Leading, BrandColor Color, bool IsBold = false)
{
    public TypeFamily Family => IsBold ? FontShelf.Bold : FontShelf.Regular;
}
