#nullable disable
using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PayPage.Api.Description.Shapes;

/// <summary>GET /api/v1/events.</summary>
internal sealed record EventFeed
{
    [Description("Oldest first. Bodies are those of webhooks (docs/events.md).")]
    public required IReadOnlyList<Happened> Events { get; init; }

    [Description("Give it back as after.")]
    public required string Next { get; init; }

    [JsonPropertyName("has_more")]
    public required bool HasMore { get; init; }

    internal sealed record Happened
    {
        public required string Id { get; init; }

        [Description("invoice.paid, payment.succeeded, ...")]
        public required string Type { get; init; }

        public required string Timestamp { get; init; }

        [Description("test or live.")]
        public required string Mode { get; init; }

        [Description("Counts the events of this merchant and mode, without gaps.")]
        public required long Sequence { get; init; }

        public required object Data { get; init; }
    }
}

/// <summary>GET /api/v1/reports/{kind}.</summary>
internal sealed record Report
{
    [JsonPropertyName("report")]
    public required string Kind { get; init; }

    [Description("A member for each column (docs/report-columns.md): a text, or null.")]
    public required IReadOnlyList<IReadOnlyDictionary<string, object>> Lines { get; init; }
}
