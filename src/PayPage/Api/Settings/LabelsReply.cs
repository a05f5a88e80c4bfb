using System.Text.Json;
using PayPage.Api.Json;
using PayPage.Domain.Merchants;

namespace PayPage.Api.Settings;

/// <summary>Labels in the dialect: in the settings, and in each invoice that is shown. Each has those switches alone that it can have.</summary>
internal static class LabelsReply
{
    public static void Write(Utf8JsonWriter json, CustomLabels labels)
    {
        if (labels.All.Count == 0)
        {
            return;
        }

        json.WriteStartArray(SettingsNames.Labels);

        foreach (var label in labels.All)
        {
            json.WriteStartObject();
            json.WriteString("key", label.Key);
            json.WriteGiven("value", label.Value);

            if (CustomLabel.MayHide(label.Key))
            {
                json.WriteBoolean("hidden", label.Hidden);
            }

            if (CustomLabel.IsOfTwoPlaces(label.Key))
            {
                json.WriteBoolean("hiddenForInvoice", label.HiddenForInvoice);
                json.WriteBoolean("hiddenForItem", label.HiddenForItem);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
