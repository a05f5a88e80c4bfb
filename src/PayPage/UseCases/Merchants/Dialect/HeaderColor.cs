using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants.Dialect;

/// <summary>Colours as the dialect writes them: of three digits or six.</summary>
internal static class HeaderColor
{
    private const int Short = 4;

    /// <returns>Null when it is none.</returns>
    public static BrandColor? Read(string text)
    {
        var whole = text.Length == Short ? $"#{text[1]}{text[1]}{text[2]}{text[2]}{text[3]}{text[3]}" : text;
        return text.StartsWith('#') && BrandColor.TryParse(whole, out var color) ? color : null;
    }
}
