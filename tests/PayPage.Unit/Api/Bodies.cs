using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PayPage.Unit.Api;

/// <summary>Bodies of the vendor's guide, as they are printed there, and what is made of them.</summary>
internal static class Bodies
{
    public const string WithoutLines =
        """
        {"customerInformation":{"email":"test@email.com"},"invoiceInformation":{"description":"This is a test invoice","dueDate":"2019-07-11","sendImmediately":true,"deliveryMode":"email"},"orderInformation":{"amountDetails":{"totalAmount":"2623.64","currency":"USD"}}}
        """;

    public const string WithLines =
        """
        {"customerInformation":{"name":"Tanya Lee","email":"tanya.lee@my-email.world"},"invoiceInformation":{"dueDate":"2019-07-11","sendImmediately":true,"deliveryMode":"email"},"orderInformation":{"amountDetails":{"totalAmount":293.5,"currency":"USD"},"lineItems":[{"productSku":"P653727383","productName":"First line item's name","unitPrice":12.05,"quantity":20,"totalAmount":241},{"productSku":"P653727383","productName":"Second line item's name","unitPrice":5.25,"quantity":10,"totalAmount":52.5}]}}
        """;

    /// <param name="path">Dotted, with an index for a list: <c>orderInformation.lineItems.0.quantity</c>.</param>
    /// <param name="json">What to put there; null takes the member away.</param>
    public static string With(this string body, string path, string? json)
    {
        var root = JsonNode.Parse(body)!;
        var steps = path.Split('.');
        var at = steps[..^1].Aggregate(root, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);

        if (json is null)
        {
            at.AsObject().Remove(steps[^1]);
        }
        else if (int.TryParse(steps[^1], out var index))
        {
            at[index] = JsonNode.Parse(json);
        }
        else
        {
            at[steps[^1]] = JsonNode.Parse(json);
        }

        return root.ToJsonString();
    }

    public static string Numbered(this string body, string number) => body.With("invoiceInformation.invoiceNumber", JsonSerializer.Serialize(number));

    public static StringContent AsJson(this string body) => new(body, Encoding.UTF8, "application/json");
}
