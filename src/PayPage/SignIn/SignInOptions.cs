using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace PayPage.SignIn;

/// <summary>Section <c>SignIn</c>: how the back office's doors behave.</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>How many wrong passwords or codes in a row lock an account. Default 5.</summary>
    [Range(3, 100)]
    public int TriesBeforeLock { get; init; } = 5;

    /// <summary>For how many minutes it stays locked. Default 15.</summary>
    [Range(1, 1440)]
    public int LockMinutes { get; init; } = 15;

    /// <summary>After how many hours without a request a person is signed out. Default 12.</summary>
    [Range(1, 720)]
    public int IdleHours { get; init; } = 12;

    /// <summary>The same in days for those who asked to stay signed in. Default 30.</summary>
    [Range(1, 365)]
    public int StayDays { get; init; } = 30;
}

[OptionsValidator]
internal sealed partial class SignInOptionsValidator : IValidateOptions<SignInOptions>;
