using PayPage.Domain.Invoices.Intake;

namespace PayPage.Api.Invoices;

/// <summary>An invoice's number out of an address.</summary>
internal static class RouteNumber
{
    /// <param name="text">As the router leaves it: all is unescaped but slashes.</param>
    public static bool TryRead(string text, out string number) =>
        InvoiceNumber.TryRead(text.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), out number);    // no number has a percent sign in it, so this is never a second decoding
}
