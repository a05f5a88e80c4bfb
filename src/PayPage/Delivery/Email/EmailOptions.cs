using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PayPage.Delivery.Email;

/// <summary>Section <c>Email</c>.</summary>
public sealed class EmailOptions
{
    public const string Section = "Email";

    /// <summary>How mail leaves. Default: into a folder.</summary>
    public EmailTransport Transport { get; init; } = EmailTransport.Folder;

    /// <summary>The installation's own sender address. Payers see the merchant's name with it and answer to the merchant.</summary>
    [Required, EmailAddress]
    public string From { get; init; } = "invoices@localhost.localdomain";
}

public enum EmailTransport
{
    /// <summary>One <c>.eml</c> file per mail in <c>{DataDirectory}/mail</c>.</summary>
    Folder,
}

[OptionsValidator]
internal sealed partial class EmailOptionsValidator : IValidateOptions<EmailOptions>;
