namespace PayPage.Domain;

/// <summary>One telephone number in the form in which the whole world dials it (ITU-T E.164).</summary>
public static class PhoneNumber
{
    /// <summary>A plus sign and 15 digits.</summary>
    public const int MaxLength = 16;
}
