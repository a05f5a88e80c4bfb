using System.Text.Json;
using PayPage.Api.Json;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Merchants;
using PayPage.UseCases.Merchants.Dialect;

namespace PayPage.Api.Settings;

/// <summary>From a body in the dialect to settings that nobody has judged yet.</summary>
internal static class SettingsRequest
{
    /// <param name="information">One object. The settings keep nothing of it.</param>
    /// <returns>With what could not be read, by the member's name.</returns>
    public static (InvoiceSettings Settings, IReadOnlyDictionary<string, string> Unreadable) Read(JsonElement information)
    {
        var unreadable = new List<FieldFault>();
        var fields = new JsonFields(information, SettingsNames.Root, unreadable);

        var settings = new InvoiceSettings
        {
            Logo = Text(nameof(InvoiceSettings.Logo)),
            DisplayName = Text(nameof(InvoiceSettings.DisplayName)),
            Message = Text(nameof(InvoiceSettings.Message)),
            Reminds = Flag(nameof(InvoiceSettings.Reminds)),
            FontColor = Text(nameof(InvoiceSettings.FontColor)),
            BackgroundColor = Text(nameof(InvoiceSettings.BackgroundColor)),
            Language = Text(nameof(InvoiceSettings.Language)),
            Currency = Text(nameof(InvoiceSettings.Currency)),
            Authentication = Text(nameof(InvoiceSettings.Authentication)),
            ShowsVatNumber = Flag(nameof(InvoiceSettings.ShowsVatNumber)),
            VatNumber = Text(nameof(InvoiceSettings.VatNumber)),
            AsksShipping = Flag(nameof(InvoiceSettings.AsksShipping)),
            AsksPhone = Flag(nameof(InvoiceSettings.AsksPhone)),
            AsksEmail = Flag(nameof(InvoiceSettings.AsksEmail)),
            TellsOfPayments = Flag(nameof(InvoiceSettings.TellsOfPayments)),
            TellsEmail = Text(nameof(InvoiceSettings.TellsEmail)),
            Labels = Labels(information, fields, unreadable),
            BackWhenPaid = Text(nameof(InvoiceSettings.BackWhenPaid)),
            BackWhenRejected = Text(nameof(InvoiceSettings.BackWhenRejected)),
            BackWhenPending = Text(nameof(InvoiceSettings.BackWhenPending)),
        };
        return (settings, unreadable.DistinctBy(fault => fault.Field).ToDictionary(fault => fault.Field, fault => fault.Message));

        string? Text(string member) => fields.Text(member, SettingsNames.OfMember(member));

        bool? Flag(string member) => fields.TrueOrFalse(member, SettingsNames.OfMember(member), unreadable);
    }

    /// <returns>Null where none are written; an empty list takes all away.</returns>
    private static List<TypedLabel>? Labels(JsonElement information, JsonFields fields, List<FieldFault> unreadable)
    {
        if (!information.TryGetProperty(SettingsNames.Labels, out var list) || list.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var items = fields.Items(nameof(InvoiceSettings.Labels), SettingsNames.Labels);

        if (items.Count > CustomLabels.Keys.Count)
        {
            unreadable.Add(new FieldFault(nameof(InvoiceSettings.Labels), FaultKind.Invalid, $"Write at most {CustomLabels.Keys.Count} labels, each of them once."));
            return [];
        }

        return [.. items.Select((item, row) => Label(item, row, unreadable))];
    }

    private static TypedLabel Label(JsonElement item, int row, List<FieldFault> unreadable)
    {
        var fields = new JsonFields(item, $"{SettingsNames.Root}.{SettingsNames.Labels}[{row}]", unreadable);

        return new TypedLabel(
            fields.Text(Name(nameof(TypedLabel.Key)), "key"),
            fields.Text(Name(nameof(TypedLabel.Value)), "value"),
            Flag(nameof(TypedLabel.Hidden)),
            Flag(nameof(TypedLabel.HiddenForInvoice)),
            Flag(nameof(TypedLabel.HiddenForItem)));

        string Name(string member) => $"{nameof(InvoiceSettings.Labels)}[{row}].{member}";

        bool Flag(string member) => fields.TrueOrFalse(Name(member), SettingsNames.OfLabel(member), unreadable) ?? false;
    }
}
