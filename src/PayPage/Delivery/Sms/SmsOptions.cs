using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using PayPage.Domain.Delivery;

namespace PayPage.Delivery.Sms;

/// <summary>Section <c>Sms</c>.</summary>
public sealed class SmsOptions
{
    public const string Section = "Sms";

    /// <summary>How text messages leave. Default: into a folder.</summary>
    public SmsTransport Transport { get; init; } = SmsTransport.Folder;

    /// <summary>Beginnings of the numbers that may be texted, e.g. <c>+31</c>. Default: none, which in a folder means all countries; Twilio needs at least one.</summary>
    public IReadOnlyList<string> AllowedPrefixes { get; init; } = [];

    /// <summary>How many messages one number may get in 24 hours. Default 5; 1 to 100.</summary>
    [Range(1, 100)]
    public int PerNumberPerDay { get; init; } = 5;

    /// <summary>How many messages one merchant may send in 24 hours. Default 500; 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int PerMerchantPerDay { get; init; } = 500;

    /// <summary>How many messages one invoice may cause in 24 hours, whoever asks for them. Default 5; 1 to 100.</summary>
    [Range(1, 100)]
    public int PerInvoicePerDay { get; init; } = 5;

    /// <summary>Used with <see cref="SmsTransport.Twilio"/>.</summary>
    [ValidateObjectMembers]
    public TwilioOptions Twilio { get; init; } = new();

    internal SmsLimits Limits => new(AllowedPrefixes, PerNumberPerDay, PerMerchantPerDay, PerInvoicePerDay);
}

public enum SmsTransport
{
    /// <summary>One <c>.json</c> file per message in <c>{DataDirectory}/sms</c>.</summary>
    Folder,

    /// <summary>Twilio's HTTP API, or one that is like it.</summary>
    Twilio,
}

/// <summary>Each setting on its own; what they ask of each other is in <see cref="SmsOptionsCheck"/>.</summary>
[OptionsValidator]
internal sealed partial class SmsOptionsValidator : IValidateOptions<SmsOptions>;
