using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using PayPage.Delivery.Email.Smtp;

namespace PayPage.Delivery.Email;

/// <summary>Section <c>Email</c>.</summary>
public sealed class EmailOptions
{
    public const string Section = "Email";

    /// <summary>How mail leaves. Default: into a folder.</summary>
    public EmailTransport Transport { get; init; } = EmailTransport.Folder;

    /// <summary>The installation's own sender address. Payers see the merchant's name with it and answer to the merchant.</summary>
    [Required]
    public string From { get; init; } = "invoices@localhost.localdomain";

    /// <summary>Where mail goes with <see cref="EmailTransport.Smtp"/>.</summary>
    [ValidateObjectMembers]
    public SmtpOptions Smtp { get; init; } = new();
}

public enum EmailTransport
{
    /// <summary>One <c>.eml</c> file per mail in <c>{DataDirectory}/mail</c>.</summary>
    Folder,

    /// <summary>To a mail server that passes it on.</summary>
    Smtp,
}

/// <summary>Each setting on its own; what they ask of each other is in <see cref="EmailOptionsCheck"/>.</summary>
[OptionsValidator]
internal sealed partial class EmailOptionsValidator : IValidateOptions<EmailOptions>;
