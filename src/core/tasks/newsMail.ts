interface News {
  courseId: string;
  task: {id: string; title: string};
}

interface Options {
  /** Where the site stands, without a slash at the end. */
  site: string;
  contact: {team: string; email: string};
}

/** Where a learner reads the brief of a task, hands it in and sees what was said of it. */
export function taskHref(courseId: string, taskId: string): string {
  return `/tasks/?course=${courseId}&task=${taskId}`;
}

/** The mail to a learner whose task is decided. It says that there is news and not which, since others may see an inbox. */
export function writeTaskNews({courseId, task}: News, {site, contact}: Options): {subject: string; text: string} {
  return {
    subject: 'There is news on your task',
    text: [
      `The assessors are done with your task “${task.title}”. Sign in to read what they say:`, `${site}${taskHref(courseId, task.id)}`, '',
      `${contact.team}, ${contact.email}`, '',
    ].join('\n'),
  };
}
