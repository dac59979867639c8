package org.lingbao.enrollment.person;

/** For what somebody may act for another (委托事项). What is not one of these the person does themselves, or at a counter. */
public enum Purpose {
    /** See the person, their relations and months. */
    VIEW,
    /** Apply for enrollment. */
    ENROLL,
    /** Pause and resume paying. */
    PAUSE
}
