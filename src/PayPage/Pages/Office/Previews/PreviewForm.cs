using System.Diagnostics.CodeAnalysis;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases;
using PayPage.UseCases.Previews;

namespace PayPage.Pages.Office.Previews;

/// <summary>From the fields of a form to a wish. Fields that mean nothing to a preview are left behind, the form's own secrets among them.</summary>
internal static class PreviewForm
{
    // The ways to send are ticked one by one. Any other field of which there are two is a box to tick, and what stands for it when it is not ticked.
    private const string Several = nameof(InvoiceProposal.Delivery);

    private static readonly HashSet<string> Names = [.. InvoiceFields.Names, .. MerchantFields.Names];

    public static IReadOnlyDictionary<string, string> Read(IFormCollection form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var (posted, values) in form)
        {
            // Forms whose input is one member post their fields under its name: Input.Color.
            var name = posted.StartsWith("Input.", StringComparison.Ordinal) ? posted["Input.".Length..] : posted;

            if (Names.Contains(name))
            {
                fields[name] = name == Several ? values.ToString() : values[0] ?? "";
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
