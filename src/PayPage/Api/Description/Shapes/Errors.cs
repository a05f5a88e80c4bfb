#nullable disable
using System.ComponentModel;

namespace PayPage.Api.Description.Shapes;

/// <summary>Every "no" of the dialect but 401.</summary>
internal sealed record DialectError
{
    public required string SubmitTimeUtc { get; init; }

    [Description("BADREQUEST, NOTFOUND, SERVER_ERROR, ...")]
    public required string Status { get; init; }

    [Description("For machines: VALIDATION_ERROR, DUPLICATE_RECORD, ACTION_NOT_ALLOWED, NOT_FOUND, SYSTEM_ERROR, ... One spelling each.")]
    public required string Reason { get; init; }

    [Description("For people: what happened and what to do.")]
    public required string Message { get; init; }

    [Description("Every field at fault, at once.")]
    public IReadOnlyList<Detail> Details { get; init; }

    internal sealed record Detail
    {
        [Description("Dotted path, as in orderInformation.lineItems[0].quantity.")]
        public required string Field { get; init; }

        [Description("MISSING_FIELD or INVALID_DATA.")]
        public required string Reason { get; init; }

        [Description("What is wrong and what to do.")]
        public required string Message { get; init; }
    }
}

/// <summary>The dialect's 401 looks different there too.</summary>
internal sealed record DialectStranger
{
    public required Said Response { get; init; }

    internal sealed record Said
    {
        public required string Rmsg { get; init; }
    }
}

/// <summary>Every "no" of our own API: problem details (RFC 9457).</summary>
internal sealed record Problem
{
    [Description("urn:paypage:problem: and a word for machines.")]
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required int Status { get; init; }

    [Description("What happened and what to do.")]
    public string Detail { get; init; }

    [Description("Every parameter or member at fault.")]
    public IReadOnlyList<Fault> Errors { get; init; }

    internal sealed record Fault
    {
        public required string Field { get; init; }

        public required string Detail { get; init; }
    }
}
