using System.Diagnostics.CodeAnalysis;
using PayPage.UseCases;
using PayPage.UseCases.Previews;

namespace PayPage.Pages.Office.Previews;

/// <summary>From the fields of a form to a wish. Fields that mean nothing to a preview are left behind, the form's own secrets among them.</summary>
internal static class PreviewForm
{
    // Forms whose input is a member named so post their fields under it.
    private const string Prefix = "Input.";

    private static readonly HashSet<string> Names = [.. InvoiceForm.Names, .. MerchantForm.Names];

    public static IReadOnlyDictionary<string, string> Read(IFormCollection form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var (posted, value) in form)
        {
            var name = posted.StartsWith(Prefix, StringComparison.Ordinal) ? posted[Prefix.Length..] : posted;

            if (Names.Contains(name))
            {
                fields[name] = value.ToString();    // several of one name, such as the ways of delivery, with commas between them
            }
        }

        return fields;
    }

    /// <returns>False when something is sealed in the address that cannot be opened (any more).</returns>
    public static bool TryOpen(SealPreview seal, PreviewAddress address, Caller caller, [NotNullWhen(true)] out PreviewWish? wish)
    {
        var fields = address.Form is { } form ? seal.OpenForm(form, caller) : null;
        wish = address.Form is not null && fields is null ? null : address.Wish(fields);
        return wish is not null;
    }
}
